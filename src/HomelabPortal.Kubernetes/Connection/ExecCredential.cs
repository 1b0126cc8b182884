using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Kubernetes;

/// <summary>A token from a program that the kubeconfig names (client-go <c>plugin/pkg/client/auth/exec</c>), kept until it expires.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to release.")]
internal sealed class ExecCredential(string program, IReadOnlyList<string> arguments, IReadOnlyList<(string Name, string Value)> environment, string apiVersion) : ICredential
{
    private static readonly TimeSpan _leeway = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _oneRun = new(1, 1);
    private volatile Issued? _issued;

    public string Scheme => "Bearer";

    public async ValueTask<string?> GetTokenAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (Current(time) is { } token)
            return token;
        await _oneRun.WaitAsync(cancellationToken);
        try
        {
            if (Current(time) is { } meanwhile)
                return meanwhile;
            _issued = await RunAsync(time, cancellationToken);
            return _issued.Token;
        }
        finally
        {
            _oneRun.Release();
        }
    }

    public bool Invalidate(string token)
    {
        if (_issued?.Token == token)
            _issued = null;
        return true;
    }

    private string? Current(TimeProvider time) =>
        _issued is { } issued && (issued.Expires is not { } expires || expires - _leeway > time.GetUtcNow()) ? issued.Token : null;

    private async Task<Issued> RunAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var process = new Process { StartInfo = StartInfo() };
        try
        {
            process.Start();
            process.StandardInput.Close();
            var output = await process.StandardOutput.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0 ? Parse(output) : throw Failure($"it ended with exit code {process.ExitCode}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw Failure("it did not end within 60 s");
        }
        catch (Win32Exception exception)
        {
            throw Failure("it cannot be started; check that it is installed", exception);
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["KUBERNETES_EXEC_INFO"] = new JsonObject
        {
            ["apiVersion"] = apiVersion,
            ["kind"] = "ExecCredential",
            ["spec"] = new JsonObject { ["interactive"] = false },
        }.ToJsonString();
        return start;
    }

    private Issued Parse(string output)
    {
        try
        {
            var status = JsonNode.Parse(output)?["status"];
            var token = (string?)status?["token"];
            return string.IsNullOrEmpty(token)
                ? throw Failure("it gave no token; plugins that give certificates are not supported")
                : new Issued(token, KubernetesTime.Parse((string?)status?["expirationTimestamp"]));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Failure("its output is not an ExecCredential", exception);
        }
    }

    private KubernetesApiException Failure(string problem, Exception? inner = null) =>
        new(KubernetesErrorKind.Unauthorized, $"The credential program {program} of the kubeconfig failed: {problem}.", inner);

    private sealed record Issued(string Token, DateTimeOffset? Expires);
}
