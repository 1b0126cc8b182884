namespace HomelabPortal.Docker;

/// <summary>
/// Status to a kind. The daemon gives no codes, so only the status and the operation decide.
/// Starting answers 400 for a bad command and 500 for ports, devices and limits.
/// </summary>
internal static class ErrorClassifier
{
    public static DockerErrorKind Classify(int status, DockerOperation operation) => (status, operation) switch
    {
        (401 or 403, _) => DockerErrorKind.AccessDenied,
        (404, DockerOperation.Create) => DockerErrorKind.ImageMissing,
        (404, _) => DockerErrorKind.NotFound,
        (409, DockerOperation.Create) => DockerErrorKind.NameConflict,
        (409, _) => DockerErrorKind.WrongState,
        (400 or 500, DockerOperation.Start) => DockerErrorKind.StartFailed,
        (400, _) => DockerErrorKind.InvalidRequest,
        _ => DockerErrorKind.Other,
    };
}
