using System.Net;
using System.Text.Json.Nodes;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Api;

public sealed class ApiFrameTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Me_WithAToken_SaysWhoAndWhat()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);
        using var answer = await client.GetAsync("/api/v1/me");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        var me = JsonNode.Parse(text)!;
        Assert.Equal("operator", (string?)me["role"]);
    }
}
