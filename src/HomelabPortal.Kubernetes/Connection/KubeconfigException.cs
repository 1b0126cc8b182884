namespace HomelabPortal.Kubernetes;

/// <summary>A kubeconfig that cannot be used. The message names the file, the field and what to do; it never holds credentials.</summary>
public sealed class KubeconfigException : Exception
{
    public KubeconfigException(string file, string field, string problem, Exception? innerException = null)
        : base($"{file}: {field}: {problem}.", innerException)
    {
        File = file;
        Field = field;
    }

    /// <summary>The file, or what stands for it.</summary>
    public string File { get; }

    /// <summary>The field, such as <c>clusters[lab].cluster.server</c>.</summary>
    public string Field { get; }
}
