using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures.Api;

/// <summary>Judges the wish of a program as the form judges a person's, and says every fault by member.</summary>
internal sealed class ExposureJudge(ExposureCheck check, DesiredStore desired)
{
    /// <summary>The exposure that may be saved.</summary>
    /// <exception cref="ProblemException">It may not: something is wrong with it, the plan refuses it, or the name is taken.</exception>
    public async Task<Exposure> JudgeAsync(ExposureWish wish, string id, Exposure? before, DesiredState state, CancellationToken cancellationToken)
    {
        // Before the plan, which would say the same of our own route, but not which exposure it is.
        if (Hostname.TryParse(wish.Hostname, out var hostname, out _) && state.Exposures.FirstOrDefault(other => other.Id != id && other.Hostname == hostname) is { } other)
            throw new ProblemException(Taken(other));
        var (exposure, plan) = await CheckAsync(wish, id, before, cancellationToken);
        if (plan.Plan.Refusals is [var refusal, ..])
            throw new ProblemException(Refused(refusal));
        return exposure;
    }

    /// <summary>What the wish would do; refusals are part of the plan.</summary>
    /// <exception cref="ProblemException">There is no plan: something typed is wrong.</exception>
    public async Task<PlanPreview.Result> PlanAsync(ExposureWish wish, string id, Exposure? before, CancellationToken cancellationToken) =>
        (await CheckAsync(wish, id, before, cancellationToken, refusalsAreFaults: false)).Plan;

    private async Task<(Exposure Exposure, PlanPreview.Result Plan)> CheckAsync(
        ExposureWish wish, string id, Exposure? before, CancellationToken cancellationToken, bool refusalsAreFaults = true)
    {
        var faults = ExposureWishChecks.FaultsOf(wish);
        if (faults.Count > 0)
            throw new ProblemException(Problem.Invalid(faults));
        var (exposure, found, plan) = await check.CheckAsync(wish.ToForm(before?.LoginPolicy ?? desired.Current.DefaultLoginPolicy), id, before, cancellationToken);
        if (exposure is null || plan is null)
            throw new ProblemException(Problem.Invalid(found.ToDictionary(fault => MemberOf(fault.Key), fault => fault.Value)));
        if (refusalsAreFaults && found.Count > 0)
            throw new ProblemException(Problem.Invalid(found.ToDictionary(fault => MemberOf(fault.Key), fault => fault.Value)) with { Type = Problem.PlanRefused, Title = "The plan refuses it." });
        return (exposure, plan);
    }

    private static Problem Taken(Exposure other)
    {
        var why = $"{other.Hostname} is already exposed. Change the exposure {other.Id} instead.";
        return Problem.Of(409) with { Detail = why, Errors = new Dictionary<string, string[]> { ["hostname"] = [why] } };
    }

    private static Problem Refused(Refusal refusal) => Problem.Of(422) with { Type = Problem.PlanRefused, Title = "The plan refuses it.", Detail = refusal.Why };

    /// <summary>The form's fields as members of the body.</summary>
    private static string MemberOf(string field) => field == ExposureForm.PortField ? "backend.port" : field;
}
