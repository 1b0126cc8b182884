namespace HomelabPortal.Activity.Api;

/// <summary>One apply and the writes it made.</summary>
/// <param name="Status">running, done, partly, failed or interrupted.</param>
internal sealed record ApplyResource(long Id, DateTimeOffset At, long Revision, string Status, string Text, IReadOnlyList<WriteResource> Writes)
{
    public static ApplyResource Of(AppliedPlan plan) => new(plan.Id, plan.At, plan.Revision, plan.Status, plan.Text, [.. plan.Changes.Select(WriteResource.Of)]);
}
