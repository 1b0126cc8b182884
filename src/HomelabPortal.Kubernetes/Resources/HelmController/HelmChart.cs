namespace HomelabPortal.Kubernetes;

/// <summary>A chart that k3s installs by itself.</summary>
public sealed record HelmChart : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public HelmChartSpec Spec { get; init => field = value ?? HelmChartSpec.Empty; } = HelmChartSpec.Empty;

    public HelmChartStatus Status { get; init => field = value ?? HelmChartStatus.Empty; } = HelmChartStatus.Empty;
}
