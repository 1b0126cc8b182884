namespace HomelabPortal.Kubernetes;

public sealed record JobTemplate
{
    public static JobTemplate Empty { get; } = new();

    public JobSpec Spec { get; init => field = value ?? JobSpec.Empty; } = JobSpec.Empty;
}
