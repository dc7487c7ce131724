"""What an SVG picture may hold: elements and attributes that draw (SVG 2, Filter Effects 1, CSS Masking 1).

Whatever is not named here is taken out: what runs code, loads or leads elsewhere, moves, or is for one program
alone.
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _names(
    """
    a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
    feTile feTurbulence filter g image line linearGradient marker mask path pattern polygon polyline radialGradient
    rect stop style svg switch symbol text textPath title tspan use view
    """
)
PRIVATE_ELEMENTS = _names(
    """
    color-profile font font-face font-face-format font-face-name font-face-src font-face-uri glyph hkern metadata
    missing-glyph vkern
    """
)
"""What draws nothing in any browser, such as the fonts of SVG 1.1: it goes without a word."""

ATTRIBUTES = _names(
    """
    amplitude azimuth baseFrequency baseProfile bias class clipPathUnits cx cy d diffuseConstant direction divisor
    dx dy edgeMode elevation exponent filterUnits focusable fr fx fy gradientTransform gradientUnits height id in
    in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust limitingConeAngle markerHeight
    markerUnits
    markerWidth maskContentUnits maskUnits media method mode numOctaves offset operator order orient overflow
    pathLength patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ
    preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY requiredExtensions requiredFeatures result
    role rotate rx ry scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset
    stdDeviation stitchTiles surfaceScale systemLanguage tabindex tableValues targetX targetY textLength type values
    version viewBox width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z
    """
)
PRESENTATION = _names(
    """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
    color-profile color-rendering cursor display dominant-baseline enable-background fill fill-opacity fill-rule
    filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust
    font-stretch font-style font-variant font-variation-settings font-weight glyph-orientation-horizontal
    glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color line-height marker
    marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity paint-order pointer-events
    shape-rendering solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor
    text-decoration text-overflow text-rendering text-transform transform transform-box transform-origin
    unicode-bidi vector-effect visibility white-space word-spacing writing-mode
    """
)
"""Attributes whose values are read as those of a stylesheet's properties, addresses among them."""

PRIVATE_ATTRIBUTES = _names("agent content contentScriptType contentStyleType etag host rel target zoomAndPan")
"""What means nothing in a picture: it goes without a word, as `data-…` and attributes of other namespaces do."""

FUNCTIONS = _names(
    """
    blur brightness calc circle clamp color color-mix contrast cubic-bezier drop-shadow ellipse format grayscale hsl
    hsla hue-rotate hwb inset invert lab lch local matrix matrix3d max min oklab oklch opacity path perspective
    polygon rgb rgba rotate rotate3d rotatex rotatey rotatez saturate scale scale3d scalex scaley scalez sepia skew
    skewx skewy steps tech translate translate3d translatex translatey translatez var
    """
)
"""What may be called in the value of a property: nothing that takes an address."""
