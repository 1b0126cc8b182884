namespace HomelabPortal.Kubernetes;

/// <summary>Which kubeconfig to read and which of its contexts to use.</summary>
public sealed record KubeconfigSource
{
    /// <summary>Files in order of precedence: for each name, and for the current context, the first file that has it wins.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The text itself, instead of files; relative paths in it are not allowed.</summary>
    public string? Text { get; init; }

    /// <summary>Null takes the file's current context.</summary>
    public string? Context { get; init; }

    /// <summary>Lets the file name a program to run for credentials. Off by default: a server should not run what a file says.</summary>
    public bool AllowExecPlugins { get; init; }

    public static KubeconfigSource FromFile(string path, string? context = null) => new() { Paths = [path], Context = context };

    public static KubeconfigSource FromText(string text, string? context = null) => new() { Text = text, Context = context };

    /// <summary>A list in the form of the KUBECONFIG variable: separated as the PATH variable is. Files that do not exist are skipped.</summary>
    public static KubeconfigSource FromPathList(string list, string? context = null) =>
        new() { Paths = list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Context = context };

    /// <summary>What kubectl would take: the KUBECONFIG variable, else <c>~/.kube/config</c>.</summary>
    public static KubeconfigSource Default(string? context = null) => Environment.GetEnvironmentVariable("KUBECONFIG") is { Length: > 0 } list
        ? FromPathList(list, context)
        : FromFile(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config"), context);
}
