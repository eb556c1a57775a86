"""How to join, large enough for the last row; and the small reminder of it on every other screen."""

from html import escape

from detector.core.bank import Bank
from detector.store.workshops import StoredWorkshop
from detector.ui.workshop.join_card import code_in_parts, join_base, qr_image, short_address
from detector.ui.workshop.live_results import joined
from detector.wording.plain import number


def join_screen(bank: Bank, workshop: StoredWorkshop) -> str:
    """The QR code, the address and the code, and how many have joined."""
    del bank
    code, base = workshop.code or "", join_base()
    people = sum(joined(workshop).values())
    return (
        '<h1 class="calm">Join with your phone</h1><div class="joining">'
        f'<div class="scan">{qr_image(base, code)}<p>Point your camera at the square</p></div>'
        '<div class="typing"><p class="says">or open</p>'
        f'<p class="address">{escape(short_address(base))}</p>'
        f'<p class="says">and type the code</p><p class="code">{escape(code_in_parts(code))}</p></div></div>'
        f'<p class="foot"><b class="number">{number(people)}</b> joined. No name, no account, no app. '
        "Answers of fewer than five people are never shown.</p>"
    )


def reminder(workshop: StoredWorkshop) -> str:
    """The address and the code in a corner, for whoever comes late; nothing once the workshop has ended."""
    if not workshop.code:
        return ""
    return f"{escape(short_address(join_base()))} <b>{escape(code_in_parts(workshop.code))}</b>"


def over_screen() -> str:
    """Thanks at the end."""
    return '<h1>Thank you</h1><p class="says">The workshop has ended. You can close the page on your phone.</p>'
