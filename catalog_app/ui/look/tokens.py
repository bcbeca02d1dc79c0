"""The palette and the metrics of the window, by role."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Colours:
    """One theme's colours as `#rrggbb`, named for what they mean."""

    background: str
    panel: str
    raised: str
    field: str
    hover: str
    line: str
    field_line: str
    scroll: str
    text: str
    dim: str
    faint: str
    accent: str
    accent_tint: str
    on_accent: str
    error: str
    error_tint: str
    advice: str
    advice_tint: str
    ok: str
    passage_date: str
    passage_topic: str
    passage_name: str
    passage_place: str
    dark: bool


LIGHT = Colours(
    background="#f6f6f4",
    panel="#ffffff",
    raised="#ffffff",
    field="#ffffff",
    hover="#ecebe7",
    line="#e3e2de",
    field_line="#cfcdc7",
    scroll="#cdcbc5",
    text="#1f2328",
    dim="#565c63",
    faint="#666c73",
    accent="#2f5d8a",
    accent_tint="#e8eff6",
    on_accent="#ffffff",
    error="#b3261e",
    error_tint="#fbeceb",
    advice="#8a5a00",
    advice_tint="#fbf3e2",
    ok="#2a6a3e",
    passage_date="#fde9c8",
    passage_topic="#dcebdd",
    passage_name="#e3def3",
    passage_place="#d6e6f5",
    dark=False,
)

DARK = Colours(
    background="#1b1d20",
    panel="#212428",
    raised="#262a2f",
    field="#1b1d20",
    hover="#2e3338",
    line="#32363c",
    field_line="#454a52",
    scroll="#454a52",
    text="#e6e6e3",
    dim="#adb3ba",
    faint="#959ca5",
    accent="#8ab4dc",
    accent_tint="#28394a",
    on_accent="#14202b",
    error="#f2a19b",
    error_tint="#41272a",
    advice="#e3bf76",
    advice_tint="#3b3323",
    ok="#93c9a2",
    passage_date="#4d3f22",
    passage_topic="#2b4433",
    passage_name="#3c3656",
    passage_place="#27425a",
    dark=True,
)

#: Every pair of text on ground that the window shows; a test holds each to 4.5 : 1.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(
        (text, ground)
        for text in ("text", "dim", "faint", "accent", "error", "advice", "ok")
        for ground in ("background", "panel", "raised", "field")
    ),
    *((text, "hover") for text in ("text", "dim", "accent")),
    *((text, "accent_tint") for text in ("text", "dim", "accent", "error", "advice")),
    ("error", "error_tint"),
    ("text", "error_tint"),
    ("advice", "advice_tint"),
    ("text", "advice_tint"),
    ("on_accent", "accent"),
    *(("text", f"passage_{what}") for what in ("date", "topic", "name", "place")),
)


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True)
class Metrics:
    """Sizes in device-independent pixels at font scale 1; the ratios are of the interface font."""

    step: int = 4
    card_gap: int = 8
    label_gap: int = 12
    edge: int = 22
    pane_edge: int = 12
    input_height: int = 28
    input_padding: int = 9
    card_radius: int = 6
    input_radius: int = 4
    mark_width: int = 3
    icon: int = 16
    tick: int = 14
    scroll_bar: int = 12
    label_column: int = 132
    smallest_text: int = 13
    title_ratio: float = 1.45
    head_ratio: float = 0.85
    path_ratio: float = 0.85
    fixed_ratio: float = 0.92
    article_ratio: float = 1.15
    article_line_height: int = 150
    article_measure: int = 68

    def scaled(self, factor: float) -> Metrics:
        """The same metrics for a font `factor` times as large; hairlines and corners stay."""
        grown = ("input_height", "label_column", "icon", "tick", "scroll_bar")
        return replace(self, **{name: round(getattr(self, name) * factor) for name in grown})


METRICS = Metrics()
