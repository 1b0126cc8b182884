using HomelabPortal.Access.Authority;

namespace HomelabPortal.Cluster.Shell;

/// <summary>Which shell is asked for.</summary>
/// <param name="Namespace">Of a container of a Docker host the name of that host.</param>
/// <param name="Container">Empty where <paramref name="Pod"/> is the container itself.</param>
/// <param name="Columns">Width of the terminal in characters.</param>
/// <param name="Window">How many bytes may be sent to whoever reads before they say that they have read them; null leaves the pace to the network.</param>
internal sealed record ShellRequest(string Namespace, string Pod, string Container, int Columns, int Rows, int? Window)
{
    public const int MostColumns = 1000;
    public const int MostRows = 1000;

    /// <summary>What it takes to open it: more in a container that reaches into its host.</summary>
    public Act Act { get; init; } = Act.OpenShell;

    /// <summary>For the audit.</summary>
    public string Words => Container.Length == 0 ? $"Open a shell in the container {Namespace}/{Pod}" : $"Open a shell in {Namespace}/{Pod}, container {Container}";

    public static (int Columns, int Rows) Size(int? columns, int? rows) => (Math.Clamp(columns ?? 80, 2, MostColumns), Math.Clamp(rows ?? 24, 2, MostRows));
}
