using System.Net;
using System.Text.Json;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Api;

public sealed class ApiFrameTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    [Fact]
    public void Endpoints_OfTheApi_EachNameTheirAct()
    {
        var endpoints = portal.Host.Server.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true).ToList();

        Assert.True(endpoints.Count > 20, $"Only {endpoints.Count} endpoints were found.");
        Assert.Equal([], endpoints.Where(endpoint => endpoint.Metadata.OfType<RequireActAttribute>().Count() != 1 || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.DisplayName));
    }

    [Theory]
    [InlineData("GET", "/nothing", null, 404, "/problems/not-found")]
    [InlineData("GET", "/exposures/nothing", null, 404, "/problems/not-found")]
    [InlineData("PATCH", "/exposures", "{}", 405, "/problems/method")]
    [InlineData("GET", "/audit?limit=many", null, 400, "/problems/bad-request")]
    [InlineData("GET", "/audit?limit=0", null, 422, "/problems/field")]
    [InlineData("GET", "/applies?limit=201", null, 422, "/problems/field")]
    [InlineData("POST", "/exposures", "", 400, "/problems/json")]
    [InlineData("POST", "/exposures", "{", 400, "/problems/json")]
    [InlineData("POST", "/exposures", "[]", 400, "/problems/json")]
    [InlineData("POST", "/exposures", "null", 400, "/problems/json")]
    [InlineData("POST", "/exposures", "{}", 422, "/problems/field")]
    [InlineData("PUT", "/policy", "{\"policy\":\"sync\"}", 428, "/problems/if-match-missing")]
    [InlineData("PUT", "/policy", "{\"policy\":2}", 400, "/problems/json")]
    [InlineData("POST", "/audit/999999/undo", null, 409, "/problems/conflict")]
    public async Task Error_OfAnyKind_HasProblemDetails(string method, string path, string? body, int status, string type)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var call = await ApiCall.SendAsync(client, method, path, body);

        Assert.Equal((status, type), ((int)call.Status, call.Type));
        Assert.Equal("application/problem+json", call.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, (int?)call.Json["status"]);
        Assert.True(call.Response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Body_ThatIsNoJson_IsOfTheWrongKind()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        using var form = new FormUrlEncodedContent([new("hostname", "a.cowlab.org")]);
        using var answer = await client.PostAsync("/api/v1/exposures", form);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("""{"hostnam":"a.cowlab.org"}""", "hostnam")]
    [InlineData("""{"backend":{"kind":"address","prot":"80"}}""", "backend.prot")]
    [InlineData("""{"backend":{"kind":"tower"}}""", "backend.kind")]
    [InlineData("""{"hostname":1}""", "hostname")]
    [InlineData("""{"hostname":"a.cowlab.org","hostname":"b.cowlab.org"}""", "hostname")]
    [InlineData("""{"Hostname":"a.cowlab.org"}""", "Hostname")]
    public async Task Member_UnknownOrWrong_IsNamed(string body, string member)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        var call = await ApiCall.SendAsync(client, "POST", "/exposures", body);

        Assert.Equal(HttpStatusCode.BadRequest, call.Status);
        Assert.NotNull(call.Json["errors"]![member]);
    }

    [Fact]
    public void Json_DeeperThan32Levels_IsNotRead()
    {
        static JsonElement Read(int levels) => JsonSerializer.Deserialize<JsonElement>(new string('[', levels) + new string(']', levels), ApiJson.Reading);

        Assert.Equal(JsonValueKind.Array, Read(32).ValueKind);
        Assert.Throws<JsonException>(() => Read(33));
    }

    [Fact]
    public async Task Body_LongerThanAMegabyte_IsRefused()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var exact = "{\"hostname\":\"" + new string('a', RequestBytes.Most - 15) + "\"}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ApiCall.SendAsync(client, "POST", "/exposures", exact)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ApiCall.SendAsync(client, "POST", "/exposures", exact + " ")).Status);
    }

    [Fact]
    public async Task Lists_OfTheLab_SayHowFreshTheyAre()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);

        foreach (var path in new[] { "/nodes", "/pods", "/ingress" })
        {
            var list = (await ApiCall.SendAsync(client, "GET", path)).Json;
            Assert.Equal("live", (string?)list["state"]);
            Assert.NotNull(list["asOf"]);
            Assert.NotEmpty(list["items"]!.AsArray());
        }

        var hosts = (await ApiCall.SendAsync(client, "GET", "/docker-hosts")).Json["items"]!.AsArray();
        Assert.All(hosts, host => Assert.Equal("live", (string?)host!["containers"]!["state"]));
        var pods = (await ApiCall.SendAsync(client, "GET", "/pods?namespace=media")).Json["items"]!.AsArray();
        Assert.All(pods, pod => Assert.Equal("media", (string?)pod!["namespace"]));
        Assert.NotEmpty(pods);
    }

    [Fact]
    public async Task Me_WithAToken_SaysWhoAndWhat()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator, Scopes.ReadLab, Scopes.WriteExposures);

        var me = (await ApiCall.SendAsync(client, "GET", "/me")).Json;

        Assert.Equal(("operator", "ci"), ((string?)me["role"], (string?)me["token"]));
        Assert.Equal(["seeLab", "exposeInHouse", "removeExposure", "closeTunnels"], me["acts"]!.AsArray().Select(act => (string?)act));
    }

    [Fact]
    public async Task Audit_InParts_IsWholeAndInOrder()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        for (var number = 0; number < 5; number++)
            Assert.Equal(HttpStatusCode.Created, (await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(Wishes.NewHostname()))).Status);
        var whole = (await ApiCall.SendAsync(client, "GET", "/audit?limit=200")).Json["items"]!.AsArray().Select(entry => (long?)entry!["id"]).ToList();

        var parts = new List<long?>();
        for (string? next = ""; next is not null;)
        {
            var page = (await ApiCall.SendAsync(client, "GET", $"/audit?limit=2{(next.Length > 0 ? $"&after={next}" : "")}")).Json;
            parts.AddRange(page["items"]!.AsArray().Select(entry => (long?)entry!["id"]));
            next = (string?)page["next"];
        }

        Assert.Equal(whole, parts);
        Assert.Equal(whole.OrderDescending(), parts);
        Assert.True(parts.Count > 5);
    }
}
