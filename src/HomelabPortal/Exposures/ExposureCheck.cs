using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures;

/// <summary>Holds what somebody wants to expose against the lab, for the form and the API alike.</summary>
internal sealed class ExposureCheck(Live<ClusterState> cluster, Live<DockerState> docker, DesiredStore desired, SettledPreview preview, TimeProvider time)
{
    /// <summary>Every fault at once, by field; the plan is null while something typed is wrong already.</summary>
    internal sealed record Result(Exposure? Exposure, IReadOnlyDictionary<string, string> Faults, PlanPreview.Result? Plan);

    public BackendCatalog Catalog => Backends.Of(cluster.Current.Value, docker.Current.Value, desired.Current);

    /// <summary>First what was typed, then what the lab says to it.</summary>
    /// <param name="before">The exposure that is to be changed; what the form does not ask for stays as it is.</param>
    public async Task<Result> CheckAsync(ExposureForm form, string id, Exposure? before, CancellationToken cancellationToken)
    {
        var (read, faults) = form.Read(id, Catalog, desired.Current.LoginPolicies, time.GetUtcNow(), before?.Backend);
        if (read is null)
            return new Result(null, faults, null);
        var exposure = before is null
            ? read
            : read with { Middlewares = before.Middlewares };
        if (ServerBehind.WhyNotPublic(exposure, desired.Current, docker.Current.Value) is { } open)
            return new Result(null, new Dictionary<string, string> { [open.Field] = open.Why }, null);
        // Its rule is there and stays, so the route may not be led to something that nobody can see.
        if (before is { Visibility: Visibility.Tunnel } && before.Backend != exposure.Backend && ServerBehind.WhyUnseen(exposure, desired.Current, docker.Current.Value) is { } unseen)
            return new Result(null, new Dictionary<string, string> { [ExposureForm.BackendField] = $"{unseen} What is there may be a server without a login. Try again when it is seen, or choose a login policy." }, null);
        var plan = await preview.PlanAsync(new DesiredEdit.PutExposure(exposure), id, cancellationToken);
        return new Result(exposure, FaultsOf(plan.Plan), plan);
    }

    /// <summary>The first refusal for each field; what concerns no field is left to the plan.</summary>
    private static Dictionary<string, string> FaultsOf(Plan plan) =>
        plan.Refusals.Select(refusal => (Field: FieldOf(refusal), refusal.Why))
            .Where(fault => fault.Field is not null)
            .GroupBy(fault => fault.Field ?? "")
            .ToDictionary(faults => faults.Key, faults => faults.First().Why);

    private static string? FieldOf(Refusal refusal) => refusal.Field switch
    {
        RefusalField.Hostname => ExposureForm.HostnameField,
        RefusalField.Backend => ExposureForm.BackendField,
        RefusalField.Port => ExposureForm.PortField,
        _ when refusal.Key.Target is "dns" or "tunnel" or "access" => ExposureForm.HostnameField,
        _ => null,
    };
}
