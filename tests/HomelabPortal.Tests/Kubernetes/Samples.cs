using System.Text.Json;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>Answers as API servers write them.</summary>
internal static class Samples
{
    public static string Pod(string name, string version, string uid = "", string phase = "Running") =>
        $$$"""{"kind":"Pod","apiVersion":"v1","metadata":{"name":"{{{name}}}","namespace":"media","uid":"{{{(uid.Length > 0 ? uid : "uid-" + name)}}}","resourceVersion":"{{{version}}}","managedFields":[{"manager":"kubelet","fieldsV1":{"f:status":{} } }]},"spec":{"nodeName":"node1","containers":[{"name":"web","image":"nginx"}]},"status":{"phase":"{{{phase}}}"}}""";

    public static string List(string version, params string[] items) => List(version, "", items);

    public static string List(string version, string continuation, string[] items) =>
        $$$"""{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"{{{version}}}","continue":"{{{continuation}}}"},"items":[{{{string.Join(',', items)}}}]}""";

    public static string Event(string type, string item) => $$$"""{"type":"{{{type}}}","object":{{{item}}}}""";

    public static string Bookmark(string version) =>
        Event("BOOKMARK", $$$"""{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"{{{version}}}","creationTimestamp":null},"spec":{"containers":null},"status":{}}""");

    public static string Status(int code, string reason, string message = "said the server", string details = "{}") =>
        $$$"""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":{{{JsonSerializer.Serialize(message)}}},"reason":"{{{reason}}}","details":{{{details}}},"code":{{{code}}}}""";
}
