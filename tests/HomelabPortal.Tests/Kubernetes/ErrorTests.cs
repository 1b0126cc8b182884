using System.Net;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(400, "BadRequest", KubernetesErrorKind.Invalid)]
    [InlineData(401, "Unauthorized", KubernetesErrorKind.Unauthorized)]
    [InlineData(403, "Forbidden", KubernetesErrorKind.Forbidden)]
    [InlineData(404, "NotFound", KubernetesErrorKind.NotInstalled)]
    [InlineData(409, "Conflict", KubernetesErrorKind.Conflict)]
    [InlineData(409, "AlreadyExists", KubernetesErrorKind.AlreadyExists)]
    [InlineData(410, "Expired", KubernetesErrorKind.Expired)]
    [InlineData(422, "Invalid", KubernetesErrorKind.Invalid)]
    [InlineData(429, "TooManyRequests", KubernetesErrorKind.TooManyRequests)]
    [InlineData(500, "InternalError", KubernetesErrorKind.Unavailable)]
    [InlineData(503, "ServiceUnavailable", KubernetesErrorKind.Unavailable)]
    public async Task Status_BecomesAKindAndASentence(int code, string reason, KubernetesErrorKind kind)
    {
        using var api = new ScriptedApi().Fail((HttpStatusCode)code, reason, "because of it");
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => api.Client().ListAsync(ResourceTypes.Pods));
        Assert.Equal((kind, code), (error.Kind, error.StatusCode));
        Assert.Equal($"Could not list pods: because of it ({code} {reason})", error.Message);
    }

    [Theory]
    [InlineData("upstream connect error", "text/plain", "Could not list pods: upstream connect error (502)")]
    [InlineData("<html><body>Bad gateway</body></html>", "text/html", "Could not list pods: the server answered 502.")]
    [InlineData("{\"message\":", "application/json", "Could not list pods: {\"message\": (502)")]
    [InlineData("", "text/plain", "Could not list pods: the server answered 502.")]
    public async Task PlainBody_IsTolerated(string body, string mediaType, string message)
    {
        using var api = new ScriptedApi().Answer(body, HttpStatusCode.BadGateway, mediaType);
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => api.Client().ListAsync(ResourceTypes.Pods));
        Assert.Equal((KubernetesErrorKind.Unavailable, message), (error.Kind, error.Message));
    }

    [Fact]
    public async Task Get_ObjectThatIsNotThere_IsNull()
    {
        using var api = new ScriptedApi().Fail(HttpStatusCode.NotFound, "NotFound", "pods \"x\" not found", """{"name":"x","kind":"pods"}""");
        Assert.Null(await api.Client().GetAsync(ResourceTypes.Pods, "media", "x"));
    }

    [Fact]
    public async Task Get_KindThatIsNotServed_IsAnError()
    {
        using var api = new ScriptedApi().Answer("404 page not found\n", HttpStatusCode.NotFound, "text/plain");
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => api.Client().GetAsync(ResourceTypes.IngressRoutes, "media", "x"));
        Assert.Equal(KubernetesErrorKind.NotInstalled, error.Kind);
    }

    [Fact]
    public async Task RetryAfter_ComesFromHeaderOrDetails()
    {
        using var api = new ScriptedApi().Fail(HttpStatusCode.TooManyRequests, "TooManyRequests", details: """{"retryAfterSeconds":4}""");
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => api.Client().ListAsync(ResourceTypes.Pods));
        Assert.Equal(TimeSpan.FromSeconds(4), error.RetryAfter);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task RefusedConnection_IsUnreachableAndNamesTheServer()
    {
        using var api = new ScriptedApi().Refuse();
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => api.Client().GetVersionAsync());
        Assert.Equal(KubernetesErrorKind.Unreachable, error.Kind);
        Assert.Contains("api.test", error.Message);
    }

    [Fact]
    public async Task EmptyName_IsRefusedBeforeAnythingIsSent()
    {
        using var api = new ScriptedApi();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => api.Client().DeleteAsync(ResourceTypes.Pods, "media", "", DeletePreconditions.None));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => api.Client().DeleteAsync(ResourceTypes.Pods, null, "x", DeletePreconditions.None));
        Assert.False(api.HasRequest);
    }
}
