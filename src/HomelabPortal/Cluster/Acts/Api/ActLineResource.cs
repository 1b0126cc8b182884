using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Api;

/// <summary>One line of a plan.</summary>
/// <param name="Verb">create, update or delete.</param>
/// <param name="Request">The call to the Kubernetes API; null for what follows by itself.</param>
internal sealed record ActLineResource(string Verb, string Text, string? Reason, string? Request, string? Body)
{
    public static ActLineResource Of(PlanLine line) => new(line.Verb, line.Text, line.Reason, line.Call, line.Detail);
}
