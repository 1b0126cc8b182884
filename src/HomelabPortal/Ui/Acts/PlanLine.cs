namespace HomelabPortal.Ui.Acts;

/// <summary>One line of a plan as a person reads it.</summary>
/// <param name="Text">What is done to what: "CNAME jellyfin.cowlab.org → …".</param>
/// <param name="Reason">Why.</param>
/// <param name="Call">The exact request, shown on demand.</param>
/// <param name="Detail">Its body, or the difference, shown with the request.</param>
public sealed record PlanLine(PlanLineKind Kind, string Text, string? Reason = null, string? Call = null, string? Detail = null)
{
    public string Sign => Kind switch
    {
        PlanLineKind.Create => "+",
        PlanLineKind.Update => "~",
        PlanLineKind.Delete => "−",
        PlanLineKind.Refused => "!",
        _ => "…",
    };

    public string Verb => Kind switch
    {
        PlanLineKind.Create => "create",
        PlanLineKind.Update => "update",
        PlanLineKind.Delete => "delete",
        PlanLineKind.Refused => "refused",
        _ => "waiting",
    };
}
