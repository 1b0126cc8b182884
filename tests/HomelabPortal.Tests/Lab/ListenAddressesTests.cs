using System.Net;
using HomelabPortal.Lab;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Lab;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://unix:/run/portal.sock", true)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://10.0.0.140:5080", false)]
    [InlineData("http://portal.cowlab.org", false)]
    public void IsLoopback_Address_TellsWhetherOthersReachIt(string address, bool expected) =>
        Assert.Equal(expected, ListenAddresses.IsLoopback(address));

    [Theory]
    [InlineData(nameof(LabMode.Real), null, "--urls=http://0.0.0.0:5080")]
    [InlineData(nameof(LabMode.Real), null, "--urls=http://127.0.0.1:5080;http://10.0.0.140:5080")]
    [InlineData(nameof(LabMode.Real), null, "--http_ports=5080")]
    [InlineData(nameof(LabMode.Real), null, "--Kestrel:Endpoints:Lan:Url=http://*:5080")]
    [InlineData(nameof(LabMode.Real), "http://portal.example.org", "--urls=http://0.0.0.0:5080")]
    [InlineData(nameof(LabMode.Simulated), null, "--urls=http://0.0.0.0:5080")]
    [InlineData(nameof(LabMode.Simulated), "https://portal.example.org", "--urls=http://0.0.0.0:5080")]
    public void FaultOf_BeyondLoopback_SaysSo(string mode, string? address, string argument)
    {
        var builder = WebApplication.CreateBuilder([argument]);

        Assert.Contains("is reachable from other machines", FaultOf(builder, Enum.Parse<LabMode>(mode), address), StringComparison.Ordinal);
    }

    [Fact]
    public void FaultOf_BeyondLoopbackWithAnAddress_AnswersToItAlone()
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://0.0.0.0:5080"]);

        Assert.Null(FaultOf(builder, LabMode.Real, "https://portal.example.org"));
        Assert.Equal("portal.example.org", builder.Configuration["AllowedHosts"]);
    }

    [Fact]
    public void FaultOf_OnLoopbackWithAnAddress_AnswersToBoth()
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:5080"]);

        Assert.Null(FaultOf(builder, LabMode.Real, "https://portal.example.org"));
        Assert.Equal("portal.example.org;localhost;127.0.0.1;[::1]", builder.Configuration["AllowedHosts"]);
    }

    [Theory]
    [InlineData("127.0.0.1", null, HttpStatusCode.OK)]
    [InlineData("localhost", null, HttpStatusCode.OK)]
    [InlineData("elsewhere.example", null, HttpStatusCode.BadRequest)]
    [InlineData("portal.cowlab.org", "portal.cowlab.org", HttpStatusCode.OK)]
    public async Task FaultOf_OnLoopback_AnswersOnlyToItsOwnNames(string host, string? allowed, HttpStatusCode expected)
    {
        string[] arguments = ["--urls=http://127.0.0.1:0", .. allowed is null ? Array.Empty<string>() : [$"--AllowedHosts={allowed}"]];
        var builder = WebApplication.CreateBuilder(arguments);
        Assert.Null(FaultOf(builder, LabMode.Simulated));
        await using var app = builder.Build();
        app.MapGet("/", () => Results.Text("portal"));
        await app.StartAsync();

        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.Single()) { Headers = { Host = host } };
        using var response = await client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    private static string? FaultOf(WebApplicationBuilder builder, LabMode mode, string? address = null) =>
        ListenAddresses.FaultOf(builder, mode, new PortalOptions { DataDirectory = "data", Address = address });
}
