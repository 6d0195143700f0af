"""Jobs, engines, and the room there is for them."""

from .base import AdgenError


class JobFinished(AdgenError):
    """Cancelling a job that has already ended."""

    code, status = "job_finished", 409
    ko = "이미 끝난 작업이라 취소할 수 없어요."
    en = "This job has already ended and cannot be cancelled."


class NothingToEdit(AdgenError):
    """An ad that failed has no picture to set words on."""

    code, status = "nothing_to_edit", 409
    ko = "그림이 만들어지지 않은 광고라서 고칠 수 없어요. 광고를 새로 만들어 주세요."
    en = "This ad has no picture, so there is nothing to edit. Please make a new ad."


class JobCancelled(AdgenError):
    """The owner cancelled the job that this call waited for; raised inside an engine to stop between two steps."""

    code, status = "job_cancelled", 409
    ko = "작업을 취소했어요."
    en = "The job was cancelled."


class TooManyJobs(AdgenError):
    """More waiting jobs than ADGEN_MAX_JOBS_PER_USER."""

    code, status = "too_many_jobs", 429
    ko = "기다리는 작업이 {limit}개나 있어요. 끝나면 다시 요청해 주세요."
    en = "You already have {limit} jobs waiting. Please ask again when they are done."


class DailyLimit(TooManyJobs):
    """The user's ads of today are used up. ``retry_after`` in seconds."""

    code = "daily_limit"
    ko = "오늘 만들 수 있는 광고를 다 만들었어요. 내일 다시 해 주세요."
    en = "Today's ads are used up. Please come back tomorrow."


class TooManyRequests(TooManyJobs):
    """Too many requests in a minute. ``retry_after`` in seconds."""

    code = "too_many_requests"
    ko = "요청이 너무 많아요. {retry_after}초 뒤에 다시 해 주세요."
    en = "Too many requests. Please try again in {retry_after} seconds."


class StorageFull(AdgenError):
    """The user's pictures take all the room they may: a limit like the others, where ``disk_full`` is the machine's.
    ``retry_after`` in seconds."""

    code, status = "storage_full", 429
    ko = "사진과 광고를 담을 자리({limit_mb}MB)가 다 찼어요. 오래된 광고나 사진을 지워 주세요."
    en = "Your {limit_mb} MB for photos and ads are full. Please delete old ones."


class QueueFull(AdgenError):
    """Too many jobs of all users wait. ``retry_after`` in seconds."""

    code, status = "queue_full", 503
    ko = "지금 만드는 광고가 너무 많아요. {retry_after}초쯤 뒤에 다시 해 주세요."
    en = "Too many ads are being made right now. Please try again in about {retry_after} seconds."


class RenderingBusy(AdgenError):
    """More previews and edits are waiting than the pool of processes takes on."""

    code, status = "rendering_busy", 503
    ko = "지금 미리보기를 그리는 사람이 많아요. 잠시 뒤에 다시 해 주세요."
    en = "Many previews are being drawn just now. Please try again in a moment."


class EngineError(AdgenError):
    """The picture could not be made."""

    code, status = "generation_failed", 500
    ko = "그림을 만들지 못했어요. 잠시 뒤에 다시 해 주세요."
    en = "The picture could not be made. Please try again in a moment."


class EngineUnavailable(EngineError):
    """The chosen engine cannot run here (no GPU, no token, no weights)."""

    code, status = "engine_unavailable", 503
    ko = "그림 엔진을 지금 쓸 수 없어요. 잠시 뒤에 다시 해 주세요."
    en = "The picture engine is not available now. Please try again in a moment."


class PoisonedDevice(EngineError):
    """A CUDA error after which no call in this process can succeed: the worker process must end and start anew."""

    code, status = "device_poisoned", 500
    ko = "그래픽 장치에 문제가 생겨서 다시 시작하고 있어요. 잠시 뒤에 다시 해 주세요."
    en = "The graphics device failed and is being restarted. Please try again in a moment."


class WorkerLost(EngineError):
    """The job's worker died as often as a job is tried."""

    code, status = "worker_lost", 500
    ko = "작업 도중에 여러 번 멈춰서 그만두었어요. 다시 요청해 주세요."
    en = "The job stopped several times on its way and was given up. Please ask again."


class CopyError(AdgenError):
    """The language model gave nothing usable; the built-in writer takes over."""

    code, status = "copy_failed", 500
    ko = "문구를 만들지 못했어요. 잠시 뒤에 다시 해 주세요."
    en = "The copy could not be written. Please try again in a moment."


class StillRunning(AdgenError):
    """The wait of ``generate`` ended before the job did; nothing is cancelled."""

    code, status = "still_running", 504
    ko = "아직 만들고 있어요. 작업 번호 {job_id}로 잠시 뒤에 확인해 주세요."
    en = "Still working. Please look at job {job_id} in a moment."


class DiskFull(AdgenError):
    """Less free space than ADGEN_MIN_FREE_MB under the data directory."""

    code, status = "disk_full", 507
    ko = "저장 공간이 부족해요. 관리자에게 알려 주세요. 지금까지 만든 광고는 그대로 있어요."
    en = "The server is out of disk space. Please tell the operator. Your ads are safe."
