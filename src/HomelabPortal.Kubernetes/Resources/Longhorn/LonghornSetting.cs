namespace HomelabPortal.Kubernetes;

/// <summary>One setting of Longhorn, named as the object.</summary>
public sealed record LonghornSetting : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public string Value { get; init => field = value ?? ""; } = "";
}
