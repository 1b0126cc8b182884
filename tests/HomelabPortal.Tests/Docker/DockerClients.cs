using System.Net;
using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

/// <summary>Clients whose daemon is a script.</summary>
internal static class DockerClients
{
    public static DockerClient Scripted(Func<ScriptedHandler.Asked, HttpResponseMessage> answer) => Scripted(answer, out _);

    public static DockerClient Scripted(Func<ScriptedHandler.Asked, HttpResponseMessage> answer, out ScriptedHandler handler)
    {
        handler = new ScriptedHandler(answer);
        return new DockerClient(DockerConnection.FromAddress("unix:///run/none.sock"), new ManualTimeProvider(), null, handler);
    }

    /// <summary>A daemon that speaks a version and answers everything else alike.</summary>
    public static DockerClient Answering(Func<HttpResponseMessage> answer, string apiVersion = "1.41") =>
        Scripted(asked => asked.Path == "/_ping" ? Ping(apiVersion) : answer());

    public static HttpResponseMessage Ping(string? apiVersion)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
        if (apiVersion is not null) response.Headers.Add("Api-Version", apiVersion);
        return response;
    }
}
