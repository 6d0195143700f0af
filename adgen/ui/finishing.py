"""The programs' functions for finished ads: photos, what can be chosen, candidates, edits and downloads.

They draw in the pool's processes, so the web process stays free while they wait.
"""

import base64
import binascii

import gradio as gr

from .. import channels, editing, exports
from ..errors import BodyTooLarge, InvalidInput, PhotoUnreadable
from ..forms import Candidates, PosterEdit, parse
from ..services import Services
from .gate import acting
from .replies import JsonList, JsonObject, answer, asked, given, number, window


class FinishingPrograms:
    """Photos, choices, candidates, edits and downloads."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def list_channels(self, request: gr.Request) -> JsonList:
        """The channels an ad can be made for: sizes in pixels, limits of text, and where the limits come from; the
        refused ones say why. As JSON."""
        with acting(self.services, request):
            return answer(request, channels.as_dicts())

    def list_templates(self, request: gr.Request) -> JsonObject:
        """What template, font and style may be: `templates`, `fonts` and `styles`, as JSON."""
        with acting(self.services, request):
            return answer(request, self.services.pool.choices())

    def upload_photo(self, request: gr.Request, image_base64: str) -> JsonObject:
        """Keep a photo of the shop or the product, to be used as an ad's picture or as a store's logo.

        It is turned upright, re-encoded and freed of its metadata. Returns `photo_id`, size, colours and a signed
        address, as JSON.

        Args:
            image_base64: The JPEG, PNG or WebP file in base64; a data URL is understood too.
        """
        with acting(self.services, request) as who:
            limit = self.services.settings.max_body_mb
            text = image_base64.partition(",")[2] if image_base64.startswith("data:") else image_base64
            if len(text) * 3 // 4 > limit * 1024 * 1024:
                raise BodyTooLarge(limit_mb=limit)
            try:
                data = base64.b64decode(text, validate=True)
            except (binascii.Error, ValueError) as error:
                raise PhotoUnreadable(field="image_base64") from error
            return answer(request, self.services.add_photo(who.user_id, data))

    def list_photos(self, request: gr.Request, skip: int = 0, limit: int = 50) -> JsonList:
        """The account's photos, newest first, with signed addresses, as JSON.

        Args:
            skip: How many to leave out from the start.
            limit: How many to return at most (1 to 100).
        """
        with acting(self.services, request) as who:
            return answer(request, self.services.photos(who.user_id, *window(skip, limit)))

    def delete_photo(self, request: gr.Request, photo_id: int) -> JsonObject:
        """Delete a photo for good; ads made from it keep their picture. Returns the photo, as JSON.

        Args:
            photo_id: The photo's id.
        """
        with acting(self.services, request) as who:
            return answer(request, self.services.drop_photo(who.user_id, number(photo_id)))

    def candidates(self, request: gr.Request, project_id: int, ad_description: str, image_prompt: str = "",
                   text_in_image: str = "", price: str = "", original_price: str = "", period: str = "",
                   seed: int | None = None, template: str = "", style: str = "", font: str | None = None,
                   colors: list[str] | None = None, photo_id: int | None = None, photo_fix: bool = True,
                   badge: str = "", items: list[dict[str, str]] | None = None, count: int = 4,
                   page: int = 0, ground: str = "") -> JsonObject:
        """Looks of an ad, drawn now without a job: clearly different ones to choose from.

        Returns JSON: for each candidate template, style, font and seed, which sent to `generate` make that ad, and a
        small JPEG as a data URL. Where a model will paint later, an illustration stands in and `stand_in` says so.

        Args:
            project_id: The project (campaign) the ad belongs to.
            ad_description: What to advertise, in the owner's words (1 to 1000 characters), best in Korean.
            image_prompt: What the picture should show, Korean or English; empty lets the app choose.
            text_in_image: Words to typeset as the headline (up to 100 characters); empty lets the app write them.
            price: Price, printed as written.
            original_price: Price before a discount, printed as written.
            period: Period of the offer, printed as written.
            seed: 0 to 4294967295; the same seed shows the same candidates. None picks one.
            template: A template's key from list_templates; empty lets the picture choose.
            style: A composition's key from list_templates; empty shows different ones.
            font: Lettering: sans, shout, round, retro, serif, hand or chunky; None is the store's.
            colors: Up to five colours as #RRGGBB; None is the store's.
            photo_id: One of the account's photos as the picture.
            photo_fix: Correct the photo's light and colour gently.
            badge: A word or two beside the headline (up to 12 characters).
            items: Up to eight rows of a menu board: {"name": "…", "price": "…"}.
            count: How many candidates, 1 to 4.
            page: 0 for the first ones, 1 and more for others.
            ground: What a superlative can be proven with (institution, period, scope); printed small on the poster.
        """
        with acting(self.services, request) as who:
            form = asked(Candidates, locals())
            return answer(request, editing.candidates(self.services, who.user_id, form))

    def edit_posters(self, request: gr.Request, content_id: int, texts: dict[str, object] | None = None,
                     channels: list[str] | None = None, template: str | None = None, style: str | None = None,
                     font: str | None = None, colors: list[str] | None = None, photo_id: int | None = None,
                     photo_fix: bool | None = None, ai_label: bool | None = None,
                     preview: bool = False) -> JsonObject:
        """Render a finished ad again with other words, sizes, colours, lettering, template or photo; nothing is
        generated. What is not given stays as it is.

        Returns JSON: with preview the posters as small data URLs, stored nowhere; otherwise the new version of the ad.
        The earlier version stays. Provenance fields say whether the picture or the words are AI-generated.

        Args:
            content_id: The ad's id.
            texts: Lines to change: headline, subline, offer, original_price, period, call_to_action, badge, items,
                small_print, store_name, address_line; an empty one is left out.
            channels: Keys of list_channels; None keeps the ad's.
            template: A template's key from list_templates; empty lets the picture choose.
            style: A composition's key from list_templates, for illustrations.
            font: Lettering: sans, shout, round, retro, serif, hand or chunky.
            colors: Up to five colours as #RRGGBB.
            photo_id: One of the account's photos in place of the picture.
            photo_fix: Correct the photo's light and colour gently.
            ai_label: Show the AI mark on the picture; it stays where a rule requires it.
            preview: True shows small posters and stores nothing.
        """
        with acting(self.services, request) as who:
            form = parse(PosterEdit, **given(
                texts=texts, channels=channels, template=template, style=style, font=font, colors=colors,
                photo_id=photo_id, photo_fix=photo_fix, ai_label=ai_label, preview=preview))
            act = editing.preview if form.preview else editing.save
            return answer(request, act(self.services, who.user_id, number(content_id), form))

    def zip_link(self, request: gr.Request, content_id: int | None = None, project_id: int | None = None) -> JsonObject:
        """A signed address, good for an hour, of a zip with every size of an ad, or of all ads of a campaign, their
        words for each channel, and the record of AI labels. Returns `url` and `expires_at`, as JSON.

        Args:
            content_id: The ad to pack; give this or project_id.
            project_id: The campaign to pack.
        """
        with acting(self.services, request) as who:
            if (content_id is None) == (project_id is None):
                raise InvalidInput("content_id와 project_id 중 하나만 보내 주세요.",
                                   "Please send either content_id or project_id.", field="content_id")
            wanted = (exports.Wanted("projects", number(project_id)) if content_id is None
                      else exports.Wanted("contents", number(content_id)))
            return answer(request, exports.zip_link(self.services, who.user_id, wanted))

    def list_exports(self, request: gr.Request, skip: int = 0, limit: int = 50) -> JsonList:
        """What was downloaded, packed or printed, newest first, and whether the AI mark and the notice were shown. As
        JSON.

        Args:
            skip: How many to leave out from the start.
            limit: How many to return at most (1 to 100).
        """
        with acting(self.services, request) as who, self.services.reading() as session:
            return answer(request, exports.listed(session, who.user_id, *window(skip, limit)))
