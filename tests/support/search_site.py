"""A site with maps in many languages, and what its readers look for."""

from pathlib import Path

_FILES = {
    "site.yml": "title: Reisen\nlanguage: de\n",
    "departments.yml": "kundendienst: {title: Kundendienst}\n"
    "werkstatt: {title: Werkstatt}\n"
    "buchhaltung: {title: Buchhaltung}\n",
    "channels.yml": "schalter: {title: Schalter im Bahnhof}\napp: {title: App}\n",
    "evidence.yml": "umfrage: {title: Umfrage unter Pendlern, description: Fünfhundert Fahrgäste im März.}\n",
    "opportunities.yml": "rueckruf: {title: Rückruf nach zwei Minuten, body: Niemand wartet gern.}\n",
    "personas/jorg.md": "---\ntitle: Jörg Müller\nquote: Ich will nur nach Hause.\n---\nEr pendelt täglich.\n",
    "personas/aylin.md": "---\ntitle: Aylin Çelik\n---\nSie reist beruflich.\n",
    "pages/methode.md": "---\ntitle: Unsere Methode\n---\nWie wir Fahrgäste beobachten.\n",
    "journeys/akku.yml": """
title: Akkutausch in der Werkstatt
persona: jorg
goal: Weiterfahren
stages:
  - title: Panne
    steps:
      - {title: Akku fällt aus, id: ausfall, department: werkstatt, channel: app, emotion: -2,
         thoughts: Mitten auf der Straße!, pain_points: Das Fahrrad ist schwer.}
      - {title: Ruft den Kundendienst an, id: anruf, department: kundendienst, emotion: -1,
         quotes: Die Warteschleife dudelt seit zwanzig Minuten.}
  - title: Reparatur
    steps:
      - {title: Bringt das Rad zur Werkstatt, id: bringen, department: werkstatt, emotion: 0}
      - {title: Tausch am selben Tag, id: tausch, emotion: 2, opportunities: [rueckruf, Leihrad bereitstellen]}
""",
    "journeys/versicherung.yml": """
title: Schaden melden
persona: aylin
stages:
  - title: Meldung
    steps:
      - {title: Sucht die Versicherungsnummer, id: nummer, emotion: -1, department: buchhaltung}
      - {title: Schickt Fotos, id: fotos, description: Die Nummer der Versicherung steht auf dem Brief.,
         pain_points: Der Log-in klappt erst beim vierten Mal.}
""",
    "journeys/bus.yml": """
title: Mit einem schweren Koffer ganz allein im Bus nach Hause unterwegs
stages:
  - title: Koffer
    steps:
      - {title: Koffer, id: packen}
      - {title: Kein Platz, id: platz, pain_points: "Koffer, Koffer, Koffer!"}
""",
    "journeys/fr.yml": """
title: Résilier son abonnement
language: fr
stages:
  - title: Décision
    steps:
      - {title: Cherche le bouton, id: bouton, thoughts: "Où est-ce qu'on résilie ?", emotion: -1}
      - {title: Écrit une lettre recommandée, id: lettre, pain_points: "L'accusé de réception coûte cher."}
  - title: Après
    steps:
      - {title: Reçoit la confirmation, id: confirmation, quotes: Ça a pris trois semaines.}
""",
    "journeys/es.yml": """
title: Devolver un paquete dañado
language: es
stages:
  - title: Recepción
    steps:
      - {title: Abre la caja, id: caja, thoughts: ¡La niña va a llorar!, emotion: -1}
      - {title: Llama al servicio de atención, id: llamada, pain_points: La espera es eterna.}
  - title: Reembolso
    steps:
      - {title: Recibe el dinero, id: dinero, quotes: Tardó más de un mes en la cuenta bancaria.}
""",
    "journeys/ar.yml": """
title: استبدال البطارية
language: ar
stages:
  - title: العطل
    steps:
      - {title: الهاتف لا يعمل, id: phone, thoughts: لماذا اليوم؟, emotion: -1}
      - {title: يتصل بخدمة العملاء, id: call, pain_points: الانتظار طويل جدًّا}
  - title: الإصلاح
    steps:
      - {title: يستلم الجهاز, id: receive, quotes: المُوَظَّفة كانت لطيفة}
""",
    "journeys/ja.yml": """
title: 自転車の電池を交換する
language: ja
stages:
  - title: 故障
    steps:
      - {title: 電源が入らない, id: power, thoughts: 今日に限って, emotion: -1}
      - {title: コールセンターに電話する, id: call, pain_points: 待ち時間が長すぎる}
  - title: 修理
    steps:
      - {title: 修理店に持ち込む, id: shop, quotes: ﾊﾞｯﾃﾘｰはもう寿命です}
""",
    "journeys/zh.yml": """
title: 取消会员资格
language: zh-Hans
stages:
  - title: 决定
    steps:
      - {title: 查找取消按钮, id: button, thoughts: 为什么这么难找, emotion: -1}
      - {title: 联系客服, id: service, pain_points: 等待时间太长}
  - title: 退款
    steps:
      - {title: 收到退款通知, id: refund, quotes: 银行卡三天后到账}
""",
    "journeys/el.yml": """
title: Χαμένη βαλίτσα
language: el
stages:
  - title: Αεροδρόμιο
    steps:
      - {title: Περιμένει στον ιμάντα, id: belt, thoughts: Πού είναι η αποσκευή μου;, emotion: -1}
      - {title: Δηλώνει την απώλεια, id: report, pain_points: Ο υπάλληλος είναι μόνος}
""",
    "journeys/ru.yml": """
title: Замена аккумулятора
language: ru
stages:
  - title: Поломка
    steps:
      - {title: Звонит в поддержку, id: call, thoughts: Ещё полчаса ждать, emotion: -1}
      - {title: Едет в мастерскую, id: shop, pain_points: Очень далеко от дома}
""",
    "journeys/ko.yml": """
title: 배터리 교체 신청
language: ko
stages:
  - title: 고장
    steps:
      - {title: 전원이 켜지지 않는다, id: power, thoughts: 왜 하필 오늘이야, emotion: -1}
      - {title: 고객센터에 전화한다, id: call, pain_points: 대기 시간이 너무 길다}
""",
    "journeys/th.yml": """
title: ยกเลิกบริการ
language: th
stages:
  - title: ตัดสินใจ
    steps:
      - {title: ค้นหาปุ่มยกเลิก, id: button, thoughts: ทำไมหายากจัง, emotion: -1}
      - {title: โทรหาศูนย์บริการลูกค้า, id: call, pain_points: รอสายนานมาก}
""",
}

QUERIES = {
    # German
    "akkutausch": "journeys/akku.html",
    "Werkstatt": "departments/werkstatt.html",
    "strasse": "journeys/akku.html#at-ausfall",
    "STRASSE": "journeys/akku.html#at-ausfall",
    "straße": "journeys/akku.html#at-ausfall",
    "jorg muller": "personas/jorg.html",
    "Jörg": "personas/jorg.html",
    "celik": "personas/aylin.html",
    "wartesch": "journeys/akku.html#at-anruf",
    "Warteschliefe": "journeys/akku.html#at-anruf",
    "rückruf": "opportunities.html#opportunity-rueckruf",
    "ruckruf nach": "opportunities.html#opportunity-rueckruf",
    "methode": "pages/methode.html",
    "leihrad": "journeys/akku.html#at-tausch",
    "Pendler": "reference.html#source-umfrage",
    "schalter": "reference.html#channel-schalter",
    "schaden": "journeys/versicherung.html",
    "koffer": "journeys/bus.html",
    "versicherung nummer": "journeys/versicherung.html#at-nummer",
    "-2": "journeys/akku.html#at-ausfall",
    "−2": "journeys/akku.html#at-ausfall",
    "buchhaltnug": "departments/buchhaltung.html",
    "shcaden": "journeys/versicherung.html",
    "–2": "journeys/akku.html#at-ausfall",
    "login": "journeys/versicherung.html#at-fotos",
    "log-in": "journeys/versicherung.html#at-fotos",
    "kunden dienst": "departments/kundendienst.html",
    # French
    "résilier": "journeys/fr.html",
    "resilier abonnement": "journeys/fr.html",
    "recommandee": "journeys/fr.html#at-lettre",
    "accusé de réception": "journeys/fr.html#at-lettre",
    "semaines": "journeys/fr.html#at-confirmation",
    "l'abonnement": "journeys/fr.html",
    # Spanish
    "paquete danado": "journeys/es.html",
    "niña": "journeys/es.html#at-caja",
    "NINA": "journeys/es.html#at-caja",
    "reembolso": "journeys/es.html#stage-reembolso",
    "cuenta bancaria": "journeys/es.html#at-dinero",
    "atencion": "journeys/es.html#at-llamada",
    # Arabic
    "البطارية": "journeys/ar.html",
    "بطارية": "journeys/ar.html",
    "البطاريه": "journeys/ar.html",
    "إستبدال": "journeys/ar.html",
    "انتظار": "journeys/ar.html#at-call",
    "موظفة": "journeys/ar.html#at-receive",
    "الموظـفة": "journeys/ar.html#at-receive",
    # Japanese
    "電池": "journeys/ja.html",
    "電池を交換": "journeys/ja.html",
    "待ち時間": "journeys/ja.html#at-call",
    "修理店": "journeys/ja.html#at-shop",
    "バッテリー": "journeys/ja.html#at-shop",
    "ばってりー": "journeys/ja.html#at-shop",
    # Chinese
    "取消会员": "journeys/zh.html",
    "客服": "journeys/zh.html#at-service",
    "退款通知": "journeys/zh.html#at-refund",
    "银行卡": "journeys/zh.html#at-refund",
    # Greek
    "βαλιτσα": "journeys/el.html",
    "ΒΑΛΊΤΣΑ": "journeys/el.html",
    "υπάλληλοσ": "journeys/el.html#at-report",
    "αποσκευη": "journeys/el.html#at-belt",
    # Russian
    "аккумулятор": "journeys/ru.html",
    "еще": "journeys/ru.html#at-call",
    "МАСТЕРСКУЮ": "journeys/ru.html#at-shop",
    "мастерксую": "journeys/ru.html#at-shop",
    # Korean
    "배터리": "journeys/ko.html",
    "고객센터": "journeys/ko.html#at-call",
    # Thai
    "ยกเลิกบริการ": "journeys/th.html",
    "ศูนย์บริการ": "journeys/th.html#at-call",
}
"""What readers type on this site, and the address of what they should be shown first."""

EXAMPLE_QUERIES = {
    "dead battery": "journeys/dead-battery.html",
    "dead battery in january": "journeys/dead-battery.html",
    "stolen": "journeys/stolen-bike.html",
    "stolne bike": "journeys/stolen-bike.html",
    "leaving": "journeys/cancelling-care.html",
    "first service": "journeys/first-service.html",
    "ines": "personas/ines.html",
    "adeyemi": "personas/dele.html",
    "customer service": "departments/customer-service.html",
    "quality": "departments/quality.html",
    "how to read": "pages/how-to-read.html",
    "live chat": "reference.html#channel-chat",
    "refund": "journeys/dead-battery.html#at-gets-bill",
    "ward": "journeys/dead-battery.html#at-group-chat",
    "loan bike": "opportunities.html#opportunity-loan-bike-in-the-plan",
    "first e-bike": "journeys/first-ebike.html",
    "satisfaction": "reference.html#measure-csat",
    "claims log": "reference.html#source-claims-log-2026",
    "21 min": "journeys/dead-battery.html#at-hold",
    "nps": "reference.html#measure-nps",
    "refused parcels fewer": "opportunities.html#opportunity-hazard-label",
    "a perona without a journey": "insights/catalogue.html#C111",
}
"""The same for the example site."""


def search_site(root: Path) -> Path:
    """Write the content of the site into a folder and return that."""
    for name, text in _FILES.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root
