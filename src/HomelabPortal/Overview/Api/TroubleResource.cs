using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Api;

/// <summary>Something that needs somebody.</summary>
/// <param name="Link">Its page.</param>
internal sealed record TroubleResource(HealthState State, string Title, string Sentence, string Link)
{
    public static TroubleResource Of(Problem problem) => new(problem.State, problem.Title, problem.Sentence, problem.Link);
}
