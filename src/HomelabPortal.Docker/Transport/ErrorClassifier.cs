using System.Text.RegularExpressions;

namespace HomelabPortal.Docker;

/// <summary>
/// Status, operation and words to a kind. The daemon gives no codes: one status stands for many causes, and versions differ in it,
/// so here, and nowhere else, its words are looked at. Words that are not known leave it to the status.
/// <list type="table">
/// <item><term>start, 500</term><description>port, GPU driver, CDI name, GPU hook, contradiction; anything else: the start failed</description></item>
/// <item><term>start, 400</term><description>program missing or not executable (also 500 in some versions)</description></item>
/// <item><term>registry</term><description>20.10 answers 500 for all, 28.5 answers 401 and 404; credentials that are missing are 500 in both</description></item>
/// <item><term>create 404; create and rename 409</term><description>the image; the name</description></item>
/// </list>
/// </summary>
internal static partial class ErrorClassifier
{
    public static DockerErrorKind Classify(int status, DockerOperation operation, string? message) =>
        ByWords(operation, message ?? "") ?? ByStatus(status, operation);

    private static DockerErrorKind? ByWords(DockerOperation operation, string message) => operation switch
    {
        _ when DiskFull().IsMatch(message) => DockerErrorKind.DiskFull,
        DockerOperation.Start when PortTaken().IsMatch(message) => DockerErrorKind.PortInUse,
        DockerOperation.Start when CdiUnresolved().IsMatch(message) => DockerErrorKind.CdiUnresolved,
        DockerOperation.Start when NoDriver().IsMatch(message) => DockerErrorKind.GpuDriverMissing,
        DockerOperation.Start when Contradiction().IsMatch(message) => DockerErrorKind.GpuRequestInvalid,
        DockerOperation.Start when GpuHook().IsMatch(message) => DockerErrorKind.GpuHookFailed,
        DockerOperation.Start when NoCommand().IsMatch(message) => DockerErrorKind.CommandNotFound,
        DockerOperation.Registry when TooMany().IsMatch(message) => DockerErrorKind.RegistryLimit,
        DockerOperation.Registry when Unauthorized().IsMatch(message) => DockerErrorKind.RegistryAuth,
        DockerOperation.Registry when NotInRegistry().IsMatch(message) => DockerErrorKind.RegistryNotFound,
        DockerOperation.Registry when NoRoute().IsMatch(message) => DockerErrorKind.RegistryUnreachable,
        _ => null,
    };

    private static DockerErrorKind ByStatus(int status, DockerOperation operation) => (status, operation) switch
    {
        (401, DockerOperation.Registry) => DockerErrorKind.RegistryAuth,
        (404, DockerOperation.Registry) => DockerErrorKind.RegistryNotFound,
        (429, DockerOperation.Registry) => DockerErrorKind.RegistryLimit,
        (401 or 403, _) => DockerErrorKind.AccessDenied,
        (404, DockerOperation.Create) => DockerErrorKind.ImageMissing,
        (404, _) => DockerErrorKind.NotFound,
        (409, DockerOperation.Create or DockerOperation.Rename) => DockerErrorKind.NameConflict,
        (409, _) => DockerErrorKind.WrongState,
        (400 or 500, DockerOperation.Start) => DockerErrorKind.StartFailed,
        (400, _) => DockerErrorKind.InvalidRequest,
        _ => DockerErrorKind.Other,
    };

    [GeneratedRegex("no space left on device", RegexOptions.IgnoreCase)]
    private static partial Regex DiskFull();

    [GeneratedRegex("port is already allocated|address already in use|ports are not available", RegexOptions.IgnoreCase)]
    private static partial Regex PortTaken();

    [GeneratedRegex("unresolvable CDI devices", RegexOptions.IgnoreCase)]
    private static partial Regex CdiUnresolved();

    [GeneratedRegex("could not select device driver|CDI (device injection )?(is )?(disabled|not enabled)", RegexOptions.IgnoreCase)]
    private static partial Regex NoDriver();

    [GeneratedRegex("cannot set both Count and DeviceIDs", RegexOptions.IgnoreCase)]
    private static partial Regex Contradiction();

    [GeneratedRegex("nvidia-container-cli|nvidia-container-runtime|nvml error|libnvidia-ml", RegexOptions.IgnoreCase)]
    private static partial Regex GpuHook();

    [GeneratedRegex("unable to start container process: (error during container init: )?exec: |executable file not found", RegexOptions.IgnoreCase)]
    private static partial Regex NoCommand();

    [GeneratedRegex("toomanyrequests|too many requests|rate limit", RegexOptions.IgnoreCase)]
    private static partial Regex TooMany();

    [GeneratedRegex("unauthorized|no basic auth credentials|authentication required|incorrect username or password|access to the resource is denied|pull access denied", RegexOptions.IgnoreCase)]
    private static partial Regex Unauthorized();

    [GeneratedRegex("manifest unknown|manifest for .+ not found|name unknown|repository name not known|no matching manifest", RegexOptions.IgnoreCase)]
    private static partial Regex NotInRegistry();

    [GeneratedRegex("dial tcp|no such host|i/o timeout|connection refused|connection reset|TLS handshake|x509: |deadline exceeded|server gave HTTP response to HTTPS client", RegexOptions.IgnoreCase)]
    private static partial Regex NoRoute();
}
