"""The programs' API: the same names for gradio_client, for Gradio's HTTP API and, as tools, for MCP.

Every function speaks for the caller of the request and for nobody else. The functions for ads and jobs stand here,
those for photos, looks, edits and downloads in ``finishing``, those for the account's records in ``records``, those
for claims and text messages in ``wording``, those for the copywriter in ``writing``, the one for image prompts in
``prompts``.
"""

import asyncio

import gradio as gr

from .. import contents, jobs
from ..forms import AdRequest
from ..services import Services
from .finishing import FinishingPrograms
from .gate import acting, looking
from .prompts import PromptPrograms
from .records import RecordPrograms
from .replies import JsonList, JsonObject, answer, asked, number, one_of, window
from .wording import WordingPrograms
from .writing import WritingPrograms


def publish(services: Services) -> None:
    """Make every function an endpoint, named as the function is."""
    ads, records, finishing = AdPrograms(services), RecordPrograms(services), FinishingPrograms(services)
    words, copy = WordingPrograms(services), WritingPrograms(services)
    for function in (records.me, records.export_link, records.list_stores, records.get_store, records.create_store,
                     records.update_store,
                     records.delete_store, records.list_projects, records.get_project, records.create_project,
                     records.update_project, records.delete_project, ads.submit, ads.job, ads.list_jobs, ads.cancel,
                     ads.list_contents, ads.get_content, ads.delete_content, finishing.list_channels,
                     finishing.list_templates, finishing.list_photos, finishing.delete_photo, finishing.zip_link,
                     finishing.list_exports, words.check_claims, words.build_sms, copy.get_usage):
        gr.api(function, api_name=function.__name__)
    # They wait for a worker, the pool or a model: with a limit, one user's wait would be everybody's.
    for waiting in (ads.generate, finishing.candidates, finishing.edit_posters, finishing.upload_photo,
                    copy.write_copy, copy.edit_text, PromptPrograms(services).optimize_prompt):
        gr.api(waiting, api_name=waiting.__name__, concurrency_limit=None)


class AdPrograms:
    """Making ads, and the ads and jobs there are."""

    def __init__(self, services: Services) -> None:
        self.services = services

    async def generate(self, request: gr.Request, project_id: int, ad_description: str, image_prompt: str = "",
                       text_in_image: str = "", seed: int | None = None, steps: int | None = None,
                       width: int = 1024, height: int = 1024, price: str = "", original_price: str = "",
                       period: str = "", channels: list[str] | None = None, template: str = "",
                       style: str = "", font: str | None = None, colors: list[str] | None = None,
                       photo_id: int | None = None, photo_fix: bool = True, ai_label: bool = True, badge: str = "",
                       items: list[dict[str, str]] | None = None, ground: str = "",
                       vary: str | None = None, vary_content_id: int | None = None) -> JsonObject:
        """Make a finished advertisement and wait for it.

        Returns JSON: the signed address of the picture with its typeset words (image_url), posters for the channels,
        the words to post, engine, seed and times. Picture and words may be AI-generated: `ai_generated`, `image_ai`,
        `copy_ai` and `label_text` say so, and a person should check the ad before it is posted.

        Args:
            project_id: The project (campaign) the ad belongs to.
            ad_description: What to advertise, in the owner's words (1 to 1000 characters), best in Korean.
            image_prompt: What the picture should show, Korean or English; empty lets the app choose.
            text_in_image: Words to typeset as the headline (up to 100 characters); empty lets the app write them.
            seed: 0 to 4294967295; the same seed and request give the same picture. None picks one.
            steps: 1 to 12 steps for engines that have them; None is the engine's default.
            width: Width of the finished picture in pixels, 256 to 2048.
            height: Height of the finished picture in pixels, 256 to 2048.
            price: Price, printed as written.
            original_price: Price before a discount, printed as written.
            period: Period of the offer, printed as written.
            channels: Keys of list_channels to make posters for; None makes the usual two.
            template: A template's key from list_templates; empty lets the picture choose.
            style: A composition's key from list_templates, for illustrations; empty lets the seed choose.
            font: Lettering: sans, shout, round, retro, serif, hand or chunky; None is the store's.
            colors: Up to five colours as #RRGGBB; None is the store's.
            photo_id: One of the account's photos as the picture; nothing is generated then.
            photo_fix: Correct the photo's light and colour gently.
            ai_label: Show the AI mark on the picture; it stays where a rule requires it.
            badge: A word or two beside the headline, such as NEW or 1+1 (up to 12 characters).
            items: Up to eight rows of a menu board: {"name": "…", "price": "…"}.
            ground: What a superlative can be proven with (institution, period, scope); printed small on the poster.
            vary: subtle or strong: paint from an existing picture instead of anew; FLUX only.
            vary_content_id: The ad whose picture to vary; without it photo_id's photo is.
        """
        with acting(self.services, request) as who:
            form = asked(AdRequest, locals())
            return answer(request, await self.services.generate(who.user_id, form))

    async def submit(self, request: gr.Request, project_id: int, ad_description: str, image_prompt: str = "",
                     text_in_image: str = "", price: str = "", original_price: str = "", period: str = "",
                     seed: int | None = None, steps: int | None = None, width: int = 1024, height: int = 1024,
                     channels: list[str] | None = None, template: str = "",
                     style: str = "", font: str | None = None, colors: list[str] | None = None,
                     photo_id: int | None = None, photo_fix: bool = True, ai_label: bool = True, badge: str = "",
                     items: list[dict[str, str]] | None = None, ground: str = "",
                     vary: str | None = None, vary_content_id: int | None = None) -> JsonObject:
        """Ask for an advertisement without waiting. Returns the job as JSON; look at it with `job`.

        What comes out may be AI-generated; the content's provenance fields say so.

        Args:
            project_id: The project (campaign) the ad belongs to.
            ad_description: What to advertise, in the owner's words (1 to 1000 characters), best in Korean.
            image_prompt: What the picture should show, Korean or English; empty lets the app choose.
            text_in_image: Words to typeset as the headline (up to 100 characters); empty lets the app write them.
            price: Price, printed as written.
            original_price: Price before a discount, printed as written.
            period: Period of the offer, printed as written.
            seed: 0 to 4294967295; the same seed and request give the same picture. None picks one.
            steps: 1 to 12 steps for engines that have them; None is the engine's default.
            width: Width of the finished picture in pixels, 256 to 2048.
            height: Height of the finished picture in pixels, 256 to 2048.
            channels: Keys of list_channels to make posters for; None makes the usual two.
            template: A template's key from list_templates; empty lets the picture choose.
            style: A composition's key from list_templates, for illustrations; empty lets the seed choose.
            font: Lettering: sans, shout, round, retro, serif, hand or chunky; None is the store's.
            colors: Up to five colours as #RRGGBB; None is the store's.
            photo_id: One of the account's photos as the picture; nothing is generated then.
            photo_fix: Correct the photo's light and colour gently.
            ai_label: Show the AI mark on the picture; it stays where a rule requires it.
            badge: A word or two beside the headline, such as NEW or 1+1 (up to 12 characters).
            items: Up to eight rows of a menu board: {"name": "…", "price": "…"}.
            ground: What a superlative can be proven with (institution, period, scope); printed small on the poster.
            vary: subtle or strong: paint from an existing picture instead of anew; FLUX only.
            vary_content_id: The ad whose picture to vary; without it photo_id's photo is.
        """
        with acting(self.services, request) as who:
            form = asked(AdRequest, locals())
            job_id = await asyncio.to_thread(self.services.submit, who.user_id, form)
            self.services.start_here(job_id)
            return answer(request, await asyncio.to_thread(self.services.job, who.user_id, job_id))

    def job(self, request: gr.Request, job_id: str) -> JsonObject:
        """One job: state, stage, progress, place in the queue, seconds left, and content_id once it is done. As JSON.

        Args:
            job_id: The job's id, as `submit` returned it.
        """
        with looking(self.services, request) as who:
            return answer(request, self.services.job(who.user_id, str(job_id)))

    def list_jobs(self, request: gr.Request, state: str | None = None, skip: int = 0,
                  limit: int = 50) -> JsonList:
        """The account's jobs, newest first, as JSON.

        Args:
            state: Only those in this state: queued, running, done, failed or cancelled.
            skip: How many to leave out from the start.
            limit: How many to return at most (1 to 100).
        """
        with looking(self.services, request) as who, self.services.reading() as session:
            rows = jobs.listed(session, who.user_id, one_of(state, jobs.STATES), *window(skip, limit))
            return answer(request, [jobs.view(session, row) for row in rows])

    def cancel(self, request: gr.Request, job_id: str) -> JsonObject:
        """Ask a job to stop. Returns the job, as JSON.

        Args:
            job_id: The job's id.
        """
        with acting(self.services, request) as who:
            return answer(request, self.services.cancel(who.user_id, str(job_id)))

    def list_contents(self, request: gr.Request, project_id: int | None = None, skip: int = 0, limit: int = 50,
                      content_type: str | None = None, versions: bool = False,
                      deleted: bool = False, q: str | None = None) -> JsonList:
        """The account's ads, newest first, with signed addresses of their pictures, as JSON.

        Args:
            project_id: Only those of this project.
            skip: How many to leave out from the start.
            limit: How many to return at most (1 to 100).
            content_type: Only this type: text_ad, image_gen, background_removal or sketch_to_image.
            versions: Show also the versions that a later edit replaced.
            deleted: Those that can still be restored, instead of those there are.
            q: Only those that hold every word of this (what was asked for, and the headline).
        """
        with looking(self.services, request) as who, self.services.reading() as session:
            project = None if project_id is None else number(project_id)
            kind = one_of(content_type, contents.TYPES)
            rows = contents.listed(session, who.user_id, project, *window(skip, limit), kind, versions=versions,
                                   deleted=bool(deleted), q=str(q)[:100] if q else None)
            return answer(request, [contents.view(row, self.services.link(who.user_id)) for row in rows])

    def get_content(self, request: gr.Request, content_id: int) -> JsonObject:
        """One ad with its words, signed addresses of its pictures and provenance (AI-generated or not), as JSON.

        Args:
            content_id: The ad's id.
        """
        with looking(self.services, request) as who:
            return answer(request, self.services.content(who.user_id, number(content_id)))

    def delete_content(self, request: gr.Request, content_id: int) -> JsonObject:
        """Delete an ad. Returns it; `deleted` counts the pictures that went with it. As JSON.

        Args:
            content_id: The ad's id.
        """
        with acting(self.services, request) as who, self.services.writing() as session:
            link = self.services.link(who.user_id)
            return answer(request, contents.delete(session, who.user_id, number(content_id), link))
