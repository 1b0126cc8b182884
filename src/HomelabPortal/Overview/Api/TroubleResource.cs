using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Api;

/// <summary>Something that needs somebody.</summary>
/// <param name="Link">Its page.</param>
/// <param name="AsOf">When it was last seen, where it cannot be seen now; null while it can.</param>
/// <param name="Steps">What to do next, the most useful first.</param>
internal sealed record TroubleResource(HealthState State, string Title, string Sentence, string Link, DateTimeOffset? AsOf, IReadOnlyList<TroubleStepResource> Steps)
{
    public static TroubleResource Of(Problem problem) => new(
        problem.State, problem.Title, problem.Sentence, problem.Link, problem.AsOf, [.. problem.Steps.Select(step => new TroubleStepResource(step.Text, step.Href, step.IsAct))]);
}
