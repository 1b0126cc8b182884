using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures;

/// <summary>The state of one person's expose form, apart from how it is drawn.</summary>
internal sealed class ExposeFlow(Live<ClusterState> cluster, Live<ReconcileStatus> reconcile, ExposureCheck check, DesiredStore desired, DesiredIds ids)
{
    public ExposureForm Form { get; } = new();

    public string Id { get; } = ids.NewExposure();

    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    /// <summary>The edit to review; null until the form has no faults.</summary>
    public DesiredEdit? Edit { get; private set; }

    public BackendCatalog Catalog => check.Catalog;

    public string? Domain => Backends.UsualDomain(cluster.Current.Value);

    public string? WhyNoTunnel => TargetNames.WhyNoTunnel(reconcile.Current.Value);

    public string HostnameHelp => Domain is { } domain
        ? $"A name in one of your zones, such as name.{domain}."
        : "A full name in one of your zones.";

    public string? FaultOf(string field) => Faults.GetValueOrDefault(field);

    /// <summary>Starts from a service or a container, a hostname and a reach that another page named.</summary>
    public void Begin(string? service, string? container = null, string? host = null, bool isPublic = false)
    {
        Form.Reach.Login = desired.Current.DefaultLoginPolicy ?? "";
        if (service?.Split('/') is [var ns, var name] && Catalog.Find(ns, name) is { } known)
            Form.ChooseService(known, Domain);
        if (Catalog.FindContainer(container) is { } found)
            Form.ChooseContainer(found, Domain);
        if (!string.IsNullOrWhiteSpace(host))
            Form.Hostname = host;
        if (isPublic && WhyNoTunnel is null)
            Form.Visibility = Visibility.Tunnel;
    }

    /// <summary>
    /// Finds every fault at once, first in what was typed, then in what the lab says to it.
    /// True when there is a plan to review.
    /// </summary>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        Edit = null;
        (var exposure, Faults, _) = await check.CheckAsync(Form, Id, null, cancellationToken);
        if (exposure is null || Faults.Count > 0)
            return false;
        Edit = new DesiredEdit.PutExposure(exposure);
        return true;
    }
}
