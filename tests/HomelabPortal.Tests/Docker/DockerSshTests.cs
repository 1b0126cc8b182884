using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

/// <summary>The transport through a child process; the child is a script in place of ssh, and needs Python to open a socket.</summary>
public sealed class DockerSshTests : IDisposable
{
    private const string Relay = """
        import os, socket, sys, threading
        peer = socket.socket(socket.AF_UNIX); peer.connect(sys.argv[1])
        def send():
            while True:
                data = os.read(0, 65536)
                if not data: break
                peer.sendall(data)
            peer.shutdown(socket.SHUT_WR)
        threading.Thread(target=send, daemon=True).start()
        while True:
            data = peer.recv(65536)
            if not data: break
            os.write(1, data)
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ssh-");

    public void Dispose() => _folder.Delete(recursive: true);

    [PythonFact]
    public async Task Calls_GoThroughTheChild_WithTheArgumentsOfTheAddress()
    {
        await using var daemon = await FakeDaemon.StartAsync(context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "[]"));
        using var client = Connect($"echo \"$@\" > {_folder.FullName}/arguments; exec python3 {Write("relay.py", Relay)} {daemon.Address["unix://".Length..]}");
        Assert.Empty(await client.ListContainersAsync(null, default));
        Assert.EndsWith("-l owner -- gpu.lan docker system dial-stdio\n", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "arguments")), StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Client_ThatIsDisposed_EndsTheChild()
    {
        await using var daemon = await FakeDaemon.StartAsync(_ => Task.CompletedTask);
        using (var client = Connect($"exec python3 {Write("relay.py", Relay)} {daemon.Address["unix://".Length..]}"))
        {
            await client.PingAsync(default);
            Assert.Equal(1, daemon.OpenConnections);
        }
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (daemon.OpenConnections > 0) await Task.Delay(10, limit.Token);
    }

    [PythonFact]
    public async Task Refusal_OfSsh_IsToldInItsWords()
    {
        using var client = Connect("echo 'owner@gpu.lan: Permission denied (publickey).' >&2; exit 255");
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.PingAsync(default));
        Assert.Equal(DockerErrorKind.Unreachable, fault.Kind);
        Assert.Contains("Permission denied (publickey)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_ThatIsNotThere_IsToldSo()
    {
        using var client = new DockerClient(DockerConnection.FromAddress("ssh://gpu.lan") with { SshProgram = Path.Combine(_folder.FullName, "none") }, TimeProvider.System);
        var fault = await Assert.ThrowsAsync<DockerApiException>(() => client.PingAsync(default));
        Assert.Contains("install an OpenSSH client", fault.Message, StringComparison.Ordinal);
    }

    private DockerClient Connect(string script)
    {
        var program = Write("ssh", "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new DockerClient(DockerConnection.FromAddress("ssh://owner@gpu.lan") with { SshProgram = program }, TimeProvider.System);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
