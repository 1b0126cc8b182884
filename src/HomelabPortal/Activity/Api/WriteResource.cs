using HomelabPortal.Api.Plans;

namespace HomelabPortal.Activity.Api;

/// <summary>One write of an apply.</summary>
/// <param name="IsOpen">Its outcome is not known yet.</param>
internal sealed record WriteResource(ChangeResource Change, bool IsOpen, bool Succeeded, string? Error, DateTimeOffset At)
{
    public static WriteResource Of(AppliedChange applied) => new(ChangeResource.Of(applied.Change), applied.IsOpen, applied.Succeeded, applied.Error, applied.At);
}
