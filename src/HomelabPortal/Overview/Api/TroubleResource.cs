using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Api;

/// <summary>Something that needs somebody.</summary>
/// <param name="Link">Its page.</param>
/// <param name="Steps">What to do next, the most useful first.</param>
internal sealed record TroubleResource(HealthState State, string Title, string Sentence, string Link, IReadOnlyList<TroubleStepResource> Steps)
{
    public static TroubleResource Of(Problem problem) => new(
        problem.State, problem.Title, problem.Sentence, problem.Link, [.. problem.Steps.Select(step => new TroubleStepResource(step.Text, step.Href, step.IsAct))]);
}
