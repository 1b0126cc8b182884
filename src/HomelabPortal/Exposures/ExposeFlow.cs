using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures;

/// <summary>The state of one person's expose form, apart from how it is drawn.</summary>
internal sealed class ExposeFlow(Live<ClusterState> cluster, Live<DockerState> docker, Live<ReconcileStatus> reconcile, PlanPreview preview, DesiredIds ids)
{
    public ExposureForm Form { get; } = new();

    public string Id { get; } = ids.NewExposure();

    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    /// <summary>The edit to review; null until the form has no faults.</summary>
    public DesiredEdit? Edit { get; private set; }

    public BackendCatalog Catalog => Backends.Of(cluster.Current.Value, docker.Current.Value);

    public string? Domain => Backends.UsualDomain(cluster.Current.Value);

    public string? WhyNoTunnel => TargetNames.WhyNoTunnel(reconcile.Current.Value);

    public string HostnameHelp => Domain is { } domain
        ? $"A name in one of your zones, such as name.{domain}."
        : "A full name in one of your zones.";

    public string? FaultOf(string field) => Faults.GetValueOrDefault(field);

    /// <summary>Starts from a service that another page named.</summary>
    public void Begin(string? service)
    {
        if (service?.Split('/') is [var ns, var name] && Catalog.Find(ns, name) is { } known)
            Form.ChooseService(known, Domain);
    }

    /// <summary>
    /// Finds every fault at once, first in what was typed, then in what the lab says to it.
    /// True when there is a plan to review.
    /// </summary>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        Edit = null;
        (var exposure, Faults) = Form.Read(Id, Catalog);
        if (exposure is null)
            return false;
        var edit = new DesiredEdit.PutExposure(exposure);
        var result = await preview.PlanAsync(edit, Id, cancellationToken);
        Faults = FaultsOf(result.Plan);
        if (Faults.Count > 0)
            return false;
        Edit = edit;
        return true;
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
        _ when refusal.Key.Target is "dns" or "tunnel" => ExposureForm.HostnameField,
        _ => null,
    };
}
