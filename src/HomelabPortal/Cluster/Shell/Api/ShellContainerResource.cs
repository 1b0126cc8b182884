namespace HomelabPortal.Cluster.Shell.Api;

/// <param name="WhyNot">Why no shell can be opened in it now; null when one can.</param>
internal sealed record ShellContainerResource(string Name, string? WhyNot);
