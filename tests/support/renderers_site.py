"""A site with maps in several scripts, for programs that draw their pictures."""

SITE = """\
-- content/site.yml --
title: Windhover journeys
-- content/channels.yml --
phone: {title: Telefonhotline, control: owned}
email: {title: E-Mail, control: owned}
-- content/personas/mina.yml --
title: Mina
-- content/personas/omar.yml --
title: Omar ben Salah
-- content/journeys/arabic.yml --
title: "بطارية فارغة في يناير مع WhatsApp"
language: ar
personas: [mina, omar]
stages:
  - title: ملاحظة المشكلة
    steps:
      - title: شاشة مظلمة
        emotion: {value: -1.2, words: قلق}
        evidence: []
        confidence: observed
      - title: تسأل عبر WhatsApp مجموعة من 3 زملاء
        channel: phone
        emotion: {value: 1, words: "أفضل بكثير"}
      - title: الدفع ببطاقة PayPal (25%)
        emotions: {mina: {value: 1, words: راضية}, omar: {value: -2, words: غاضب}}
  - title: الانتظار
    steps:
      - title: لا أحد يعرف
      - title: النهاية
        moment_of_truth: {asks: "هل أبقى مع Care أم لا؟", bail_rate: 30%}
        emotion: 0.5
-- content/journeys/german.yml --
title: Kündigungsbestätigungsschreiben & Rückzahlungsvereinbarung <neu>
language: de
stages:
  - title: Kundenzufriedenheitsbefragungsergebnisse
    steps:
      - title: Reparaturauftragsbestätigung erhalten
        emotion: {value: -1.2, words: Enttäuschungserfahrung trotz Vertragsverlängerungsangebot}
  - title: Warten
    steps:
      - title: Warteschleife
        touchpoints:
          - {title: Anruf, channel: phone}
          - {title: "E-Mail-Bestätigung/Mahnung", channel: email}
        emotion: {value: -1, words: gereizt}
      - title: Ende
        emotion: {value: 2, words: "Großartig & toll <3"}
-- content/journeys/japanese.yml --
title: 電池が切れた朝
language: ja
stages:
  - title: 気づく
    steps:
      - title: 画面が真っ暗になっていることに気づいて困る
        emotion: {value: -1.2, words: 不安}
      - title: サポートセンターに電話をかける
        emotion: {value: 1, words: ほっとした}
      - title: 予備のバッテリーを借りる手続きをする
        channel: phone
        moment_of_truth: {asks: "このまま待ち続けるか、それとも他社に乗り換えるか", bail_rate: 30%}
        emotion: {value: -2, words: とても腹が立って仕方がない}
  - title: 待つ
    steps:
      - title: 連絡なし
      - title: 修理
        emotion: 2
-- content/journeys/tram.yml --
title: A late tram on a winter morning
reviewed_on: 2026-09-14
stages:
  - title: Set out
    steps:
      - title: Waits at the stop
        channel: phone
        emotion: {value: -1, words: Cold}
        confidence: observed
      - title: Reads the notice
        channel: phone
        emotion: {value: -1.8, words: Left alone with it}
        confidence: observed
        moment_of_truth: {asks: Wait or walk?, bail_rate: 40%}
      - title: Buys a ticket on the way
        channel: email
        emotion: {value: 0.4, words: Fine}
        confidence: observed
      - title: Gets a seat
        channel: phone
        emotion: {value: 1.6, words: Relieved}
        confidence: observed
  - title: Ride
    steps:
      - title: Waits at the stop
        channel: phone
        emotion: {value: -1, words: Cold}
        confidence: observed
      - title: Reads the notice
        channel: phone
        emotion: {value: -1.8, words: Left alone with it}
        confidence: observed
        moment_of_truth: {asks: Wait or walk?, bail_rate: 40%}
      - title: Buys a ticket on the way
        channel: email
        emotion: {value: 0.4, words: Fine}
        confidence: observed
      - title: Gets a seat
        channel: phone
        emotion: {value: 1.6, words: Relieved}
        confidence: observed
  - title: Change
    steps:
      - title: Waits at the stop
        channel: phone
        emotion: {value: -1, words: Cold}
        confidence: observed
      - title: Reads the notice
        channel: phone
        emotion: {value: -1.8, words: Left alone with it}
        confidence: observed
        moment_of_truth: {asks: Wait or walk?, bail_rate: 40%}
      - title: Buys a ticket on the way
        channel: email
        emotion: {value: 0.4, words: Fine}
        confidence: observed
      - title: Gets a seat
        channel: phone
        emotion: {value: 1.6, words: Relieved}
        confidence: observed
  - title: Arrive
    steps:
      - title: Waits at the stop
        channel: phone
        emotion: {value: -1, words: Cold}
        confidence: observed
      - title: Reads the notice
        channel: phone
        emotion: {value: -1.8, words: Left alone with it}
        confidence: observed
        moment_of_truth: {asks: Wait or walk?, bail_rate: 40%}
      - title: Buys a ticket on the way
        channel: email
        emotion: {value: 0.4, words: Fine}
        confidence: observed
      - title: Gets a seat
        channel: phone
        emotion: {value: 1.6, words: Relieved}
        confidence: observed
"""
