namespace HomelabPortal.Kubernetes;

/// <summary>Any object of the API as this library keeps it.</summary>
public interface IKubernetesObject
{
    ObjectMeta Metadata { get; }
}
