using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class ErrorClassifierTests
{
    [SharedDataTheory]
    [InlineData("009-create-name-conflict.json", DockerErrorKind.NameConflict)]
    [InlineData("010-create-bad-name.json", DockerErrorKind.InvalidRequest)]
    [InlineData("011-create-no-image.json", DockerErrorKind.ImageMissing)]
    [InlineData("021-start-404.json", DockerErrorKind.NotFound)]
    [InlineData("053-rename-conflict.json", DockerErrorKind.NameConflict)]
    [InlineData("056-exec-paused.json", DockerErrorKind.WrongState)]
    [InlineData("058-remove-running-409.json", DockerErrorKind.WrongState)]
    [InlineData("060-start-port-clash.json", DockerErrorKind.PortInUse)]
    [InlineData("071-kill-bad-signal.json", DockerErrorKind.InvalidRequest)]
    [InlineData("083-start-exit127.json", DockerErrorKind.CommandNotFound)]
    [InlineData("087-start-exit126.json", DockerErrorKind.CommandNotFound)]
    [InlineData("110-pull-missing-tag.json", DockerErrorKind.RegistryNotFound)]
    [InlineData("111-pull-missing-repo.json", DockerErrorKind.RegistryAuth)]
    [InlineData("112-pull-noauth.json", DockerErrorKind.RegistryAuth)]
    [InlineData("113-pull-badauth.json", DockerErrorKind.RegistryAuth)]
    [InlineData("115-pull-unreachable.json", DockerErrorKind.RegistryUnreachable)]
    [InlineData("116-pull-bad-ref.json", DockerErrorKind.InvalidRequest)]
    [InlineData("118-distribution-404.json", DockerErrorKind.RegistryNotFound)]
    [InlineData("119-distribution-noauth.json", DockerErrorKind.RegistryAuth)]
    [InlineData("121-auth-check-bad.json", DockerErrorKind.RegistryAuth)]
    public void Refusal_AsRecordedFromEitherEngine_IsOfItsKind(string file, DockerErrorKind kind)
    {
        foreach (var folder in new[] { "20.10", "28.5" }) Check(Recording.Load(folder, file), kind);
    }

    [SharedDataTheory]
    [InlineData("014-gpu-start-cdi-missing.json", DockerErrorKind.CdiUnresolved)]
    [InlineData("017-gpu-start-conflict.json", DockerErrorKind.GpuRequestInvalid)]
    [InlineData("020-gpu-start-baddriver.json", DockerErrorKind.GpuDriverMissing)]
    public void Refusal_OfAGpu_IsOfItsKind(string file, DockerErrorKind kind) => Check(Recording.Load("gpu-28.5", file), kind);

    [Theory]
    [InlineData("could not select device driver \"\" with capabilities: [[gpu]]", DockerErrorKind.GpuDriverMissing)]
    [InlineData("could not select device driver \"cdi\" with capabilities: []", DockerErrorKind.GpuDriverMissing)]
    [InlineData("failed to create shim: OCI runtime create failed: error running hook #0: error running hook: exit status 1, stdout: , stderr: nvidia-container-cli: initialization error: nvml error: driver not loaded: unknown", DockerErrorKind.GpuHookFailed)]
    [InlineData("error setting rlimit type 8: operation not permitted", DockerErrorKind.StartFailed)]
    [InlineData("mkdir /var/lib/docker/overlay2/x: no space left on device", DockerErrorKind.DiskFull)]
    [InlineData("listen tcp4 0.0.0.0:80: bind: address already in use", DockerErrorKind.PortInUse)]
    public void Start_ThatFails_IsOfItsKind(string message, DockerErrorKind kind) =>
        Assert.Equal(kind, ErrorClassifier.Classify(500, DockerOperation.Start, message));

    [Theory]
    [InlineData(429, "toomanyrequests: You have reached your pull rate limit.", DockerErrorKind.RegistryLimit)]
    [InlineData(500, "toomanyrequests: You have reached your pull rate limit.", DockerErrorKind.RegistryLimit)]
    [InlineData(404, "pull access denied for x, repository does not exist or may require 'docker login'", DockerErrorKind.RegistryAuth)]
    [InlineData(403, "Forbidden", DockerErrorKind.AccessDenied)]
    [InlineData(0, "write /var/lib/docker/tmp/x: no space left on device", DockerErrorKind.DiskFull)]
    public void Pull_ThatFails_IsOfItsKind(int status, string message, DockerErrorKind kind) =>
        Assert.Equal(kind, ErrorClassifier.Classify(status, DockerOperation.Registry, message));

    [Fact]
    public void Words_OfAnotherOperation_DoNotCount() =>
        Assert.Equal(DockerErrorKind.InvalidRequest, ErrorClassifier.Classify(400, DockerOperation.Create, "unauthorized; port is already allocated"));

    private static void Check(Recording recording, DockerErrorKind kind)
    {
        var message = recording.Json is { } json ? (string?)json["message"] : null;
        var operation = recording.Path switch
        {
            _ when recording.Path.Contains("/create?name", StringComparison.Ordinal) => DockerOperation.Create,
            _ when recording.Path.EndsWith("/start", StringComparison.Ordinal) => DockerOperation.Start,
            _ when recording.Path.Contains("/rename", StringComparison.Ordinal) => DockerOperation.Rename,
            _ when recording.Path.Contains("images/create", StringComparison.Ordinal) || recording.Path.Contains("distribution", StringComparison.Ordinal) || recording.Path.EndsWith("/auth", StringComparison.Ordinal) => DockerOperation.Registry,
            _ => DockerOperation.Other,
        };
        Assert.True(kind == ErrorClassifier.Classify(recording.Status, operation, message), $"{recording.Path} {recording.Status} {message} is not {kind}.");
    }
}
