using System.Net;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class FileCredentialTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("token-").FullName, "token");
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Token_IsReadAgainAfterAMinute()
    {
        var credential = new FileCredential(_path);
        File.WriteAllText(_path, "first\n");
        Assert.Equal("first", await credential.GetTokenAsync(_time, default));
        File.WriteAllText(_path, "second\n");
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("first", await credential.GetTokenAsync(_time, default));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("second", await credential.GetTokenAsync(_time, default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UnreadableFile_KeepsTheLastToken(bool isEmpty)
    {
        var credential = new FileCredential(_path);
        File.WriteAllText(_path, "first");
        await credential.GetTokenAsync(_time, default);
        if (isEmpty) File.WriteAllText(_path, "");
        else File.Delete(_path);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("first", await credential.GetTokenAsync(_time, default));
    }

    [Fact]
    public async Task FileThatNeverWas_IsAClearError()
    {
        var error = await Assert.ThrowsAsync<KubernetesApiException>(async () => await new FileCredential(_path).GetTokenAsync(_time, default));
        Assert.Equal(KubernetesErrorKind.Unauthorized, error.Kind);
        Assert.Contains(_path, error.Message);
    }

    [Fact]
    public async Task RefusedToken_IsReadAnewAndTheCallRepeatedOnce()
    {
        File.WriteAllText(_path, "old");
        var connection = new KubernetesConnection(new Uri("http://api.test"), "a test") { Credential = new FileCredential(_path) };
        using var api = new ScriptedApi();
        api.Answer(_ =>
        {
            File.WriteAllText(_path, "new");
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        });
        api.Answer("""{"gitVersion":"v1.33.4"}""");
        using var client = new KubernetesClient(connection, api, _time);

        Assert.Equal("v1.33.4", (await client.GetVersionAsync()).GitVersion);
        Assert.Equal("Bearer old", (await api.NextRequestAsync()).Headers["Authorization"]);
        Assert.Equal("Bearer new", (await api.NextRequestAsync()).Headers["Authorization"]);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);
}
