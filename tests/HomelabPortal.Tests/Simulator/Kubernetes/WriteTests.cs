using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static HomelabPortal.Tests.Simulator.Kubernetes.Manifests;

namespace HomelabPortal.Tests.Simulator.Kubernetes;

public class WriteTests
{
    [Fact]
    public async Task Create_OfAnObject_GivesItAnIdentity()
    {
        await using var cluster = await TestCluster.StartAsync();

        var first = await cluster.PostAsync(Deployments, Deployment("web"));
        var second = await cluster.PostAsync(Deployments, Deployment("other"));

        Assert.Equal(201, first.Code);
        Assert.Equal("2026-11-21T09:30:00Z", (string?)first.Metadata["creationTimestamp"]);
        Assert.Equal(1, (int)first.Metadata["generation"]!);
        Assert.NotEqual((string?)first.Metadata["uid"], (string?)second.Metadata["uid"]);
        Assert.True(long.Parse(second.Version) > long.Parse(first.Version));
        Assert.Equal("tests", (string?)first.Metadata["managedFields"]![0]!["manager"]);
        Assert.Equal("RollingUpdate", (string?)first.Json["spec"]!["strategy"]!["type"]);
    }

    [Theory]
    [InlineData("Bad_Name", 422, "Invalid")]
    [InlineData("", 422, "Invalid")]
    [InlineData("taken", 409, "AlreadyExists")]
    public async Task Create_WithABadName_IsRefused(string name, int code, string reason)
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(ConfigMaps, ConfigMap("taken"));

        var answer = await cluster.PostAsync(ConfigMaps, ConfigMap(name));

        Assert.Equal((code, reason), (answer.Code, answer.Reason));
    }

    [Fact]
    public async Task Create_InAMissingNamespace_IsNotFound()
    {
        await using var cluster = await TestCluster.StartAsync();

        var answer = await cluster.PostAsync("/api/v1/namespaces/nowhere/configmaps", ConfigMap("a"));

        Assert.Equal((404, "namespaces \"nowhere\" not found"), (answer.Code, answer.Message));
    }

    [Fact]
    public async Task Create_WithAGenerateName_MakesUpTheRest()
    {
        await using var cluster = await TestCluster.StartAsync();

        var answer = await cluster.PostAsync(ConfigMaps, """{"metadata":{"generateName":"job-"}}""");

        Assert.Matches("^job-[a-z0-9]{5}$", (string?)answer.Metadata["name"]);
    }

    [Theory]
    [InlineData("""{"kind":"Secret","apiVersion":"v1","metadata":{"name":"a"}}""")]
    [InlineData("""{"kind":"ConfigMap","apiVersion":"v2","metadata":{"name":"a"}}""")]
    [InlineData("""{"metadata":{"name":"a","namespace":"kube-system"}}""")]
    [InlineData("""{"metadata":{"name":"a"}""")]
    [InlineData("""{"metadata":{"name":"a","name":"b"}}""")]
    [InlineData("""{"metadata":"a"}""")]
    [InlineData("""{"metadata":{"name":5}}""")]
    [InlineData("""{"metadata":{"name":"a","labels":{"l":["x"]}}}""")]
    [InlineData("""["a"]""")]
    [InlineData("")]
    public async Task Create_WithABodyThatDoesNotFit_IsABadRequest(string body)
    {
        await using var cluster = await TestCluster.StartAsync();

        Assert.Equal(400, (await cluster.PostAsync(ConfigMaps, body)).Code);
    }

    [Fact]
    public async Task Create_AsADryRun_ChangesNothing()
    {
        await using var cluster = await TestCluster.StartAsync();
        var before = cluster.Lab.KubernetesStore.ResourceVersion;

        var answer = await cluster.PostAsync(ConfigMaps + "?dryRun=All", ConfigMap("a"));

        Assert.Equal(201, answer.Code);
        Assert.Equal(before, cluster.Lab.KubernetesStore.ResourceVersion);
        Assert.Equal(404, (await cluster.GetAsync(ConfigMaps + "/a")).Code);
    }

    [Fact]
    public async Task Update_FromAnOldVersion_IsAConflict()
    {
        await using var cluster = await TestCluster.StartAsync();
        var created = await cluster.PostAsync(ConfigMaps, ConfigMap("a"));
        await cluster.MergeAsync(ConfigMaps + "/a", """{"data":{"key":"2"}}""");
        var old = created.Json;
        old["data"]!["key"] = "3";

        var answer = await cluster.PutAsync(ConfigMaps + "/a", old);

        Assert.Equal((409, "Conflict"), (answer.Code, answer.Reason));
        Assert.Equal("a", (string?)answer.Json["details"]!["name"]);
    }

    [Fact]
    public async Task Update_ThatChangesNothing_KeepsTheVersion()
    {
        await using var cluster = await TestCluster.StartAsync();
        var created = await cluster.PostAsync(Services, Service("web", ("http", 80)));

        var answer = await cluster.PutAsync(Services + "/web", created.Json);

        Assert.Equal((200, created.Version), (answer.Code, answer.Version));
    }

    [Fact]
    public async Task Generation_CountsChangesOfTheSpecOnly()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Deployments, Deployment("web"));

        var labelled = await cluster.MergeAsync(Deployments + "/web", """{"metadata":{"labels":{"a":"b"}}}""");
        var status = await cluster.MergeAsync(Deployments + "/web/status", """{"status":{"readyReplicas":1}}""");
        var spec = await cluster.MergeAsync(Deployments + "/web", """{"spec":{"replicas":3}}""");

        Assert.Equal([1, 1, 2], new[] { labelled, status, spec }.Select(answer => (int)answer.Metadata["generation"]!));
    }

    [Fact]
    public async Task Status_IsWrittenOnlyThroughItsSubresource()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Deployments, Deployment("web"));

        var main = await cluster.MergeAsync(Deployments + "/web", """{"status":{"readyReplicas":9},"spec":{"replicas":2}}""");
        var status = await cluster.MergeAsync(Deployments + "/web/status", """{"status":{"readyReplicas":1},"spec":{"replicas":7}}""");

        Assert.Null(main.Json["status"]!["readyReplicas"]);
        Assert.Equal((1, 2), ((int)status.Json["status"]!["readyReplicas"]!, (int)status.Json["spec"]!["replicas"]!));
        Assert.Contains(status.Metadata["managedFields"]!.AsArray(), entry => (string?)entry!["subresource"] == "status");
    }

    [Fact]
    public async Task MergePatch_WithNull_RemovesTheMember()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(ConfigMaps, """{"metadata":{"name":"a"},"data":{"x":"1","y":"2"}}""");

        var answer = await cluster.MergeAsync(ConfigMaps + "/a", """{"data":{"x":null}}""");

        Assert.Equal("""{"y":"2"}""", answer.Json["data"]!.ToJsonString());
    }

    [Fact]
    public async Task StrategicPatch_OfContainers_MergesByName()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Deployments, Deployment("web"));

        var answer = await cluster.StrategicAsync(Deployments + "/web", """
            {"spec":{"template":{"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"now"}},
            "spec":{"containers":[{"name":"main","image":"busybox:2"},{"name":"sidecar","image":"x:1"}]}}}}
            """);

        var containers = answer.Json["spec"]!["template"]!["spec"]!["containers"]!.AsArray();
        Assert.Equal(["busybox:2", "x:1"], containers.Select(container => (string?)container!["image"]));
        Assert.Equal("IfNotPresent", (string?)containers[0]!["imagePullPolicy"]);
    }

    [Fact]
    public async Task StrategicPatch_OfACustomResource_IsUnsupported()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Routes, Route("r", "r.cowlab.org"));

        Assert.Equal(415, (await cluster.StrategicAsync(Routes + "/r", "{}")).Code);
    }

    [Fact]
    public async Task JsonPatch_WithAFailedTest_ChangesNothing()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(ConfigMaps, ConfigMap("a"));
        const string type = "application/json-patch+json";

        var failed = await cluster.SendAsync(HttpMethod.Patch, ConfigMaps + "/a", """[{"op":"replace","path":"/data/key","value":"2"},{"op":"test","path":"/data/key","value":"x"}]""", type);
        var done = await cluster.SendAsync(HttpMethod.Patch, ConfigMaps + "/a", """[{"op":"add","path":"/data/other","value":"3"}]""", type);

        Assert.Equal(422, failed.Code);
        Assert.Equal("""{"key":"1","other":"3"}""", done.Json["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Scale_IsReadAndWrittenApart()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.PostAsync(Deployments, Deployment("web", replicas: 2));

        var before = await cluster.GetAsync(Deployments + "/web/scale");
        var after = await cluster.MergeAsync(Deployments + "/web/scale", """{"spec":{"replicas":5}}""");
        var workload = await cluster.GetAsync(Deployments + "/web");

        Assert.Equal((2, "app=web"), ((int)before.Json["spec"]!["replicas"]!, (string?)before.Json["status"]!["selector"]));
        Assert.Equal("Scale", (string?)after.Json["kind"]);
        Assert.Equal(5, (int)workload.Json["spec"]!["replicas"]!);
    }

    [Fact]
    public async Task IngressRoute_WithoutRoutes_IsInvalidAtTheField()
    {
        await using var cluster = await TestCluster.StartAsync();

        var answer = await cluster.PostAsync(Routes, """{"apiVersion":"traefik.io/v1alpha1","kind":"IngressRoute","metadata":{"name":"r"},"spec":{"entryPoints":["web"]}}""");

        Assert.Equal(422, answer.Code);
        Assert.Equal("IngressRoute.traefik.io \"r\" is invalid: spec.routes: Required value", answer.Message);
        Assert.Equal("spec.routes", (string?)answer.Json["details"]!["causes"]![0]!["field"]);
    }

    [Fact]
    public async Task CustomResource_WithUnknownFields_KeepsThem()
    {
        await using var cluster = await TestCluster.StartAsync();
        var route = JsonNode.Parse(Route("r", "r.cowlab.org"))!;
        route["spec"]!["later"] = JsonNode.Parse("""{"a":[1,2]}""");

        var answer = await cluster.PostAsync(Routes, route.ToJsonString());

        Assert.Equal("""{"a":[1,2]}""", answer.Json["spec"]!["later"]!.ToJsonString());
    }

    [Fact]
    public async Task Definition_PostedAsYaml_ServesItsResourceAtOnce()
    {
        await using var cluster = await TestCluster.StartAsync();
        const string yaml = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: widgets.example.com
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: widgets, singular: widget, kind: Widget, listKind: WidgetList}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        required: [size]
                        properties:
                          size: {type: integer, minimum: 1}
            """;

        var definition = await cluster.SendAsync(HttpMethod.Post, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", yaml, "application/yaml");
        var wrong = await cluster.PostAsync("/apis/example.com/v1/namespaces/default/widgets", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"},"spec":{"size":"big"}}""");
        var small = await cluster.PostAsync("/apis/example.com/v1/namespaces/default/widgets", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"},"spec":{"size":0}}""");
        var right = await cluster.PostAsync("/apis/example.com/v1/namespaces/default/widgets", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"},"spec":{"size":2}}""");

        Assert.Contains(definition.Json["status"]!["conditions"]!.AsArray(), condition => (string?)condition!["type"] == "Established");
        Assert.Equal([422, 422, 201], [wrong.Code, small.Code, right.Code]);
    }

    [SharedDataFact]
    public async Task Definitions_OfTheLabsTools_AreAccepted()
    {
        await using var cluster = await TestCluster.StartAsync();

        foreach (var file in Directory.EnumerateFiles(SharedData.PathOf("crds", "deployed"), "*.yaml", SearchOption.AllDirectories))
        {
            foreach (var document in (await File.ReadAllTextAsync(file)).Split("\n---").Where(text => text.Contains("kind: CustomResourceDefinition", StringComparison.Ordinal)))
            {
                var answer = await cluster.SendAsync(HttpMethod.Post, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", document, "application/yaml");
                Assert.True(answer.Code is 201 or 409, $"{file}: {answer.Text[..Math.Min(answer.Text.Length, 300)]}");
            }
        }
    }

    [Fact]
    public async Task AccessReview_TellsTheTokensApart()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var viewer = cluster.ClientWith(cluster.Lab.Kubernetes.ReadOnlyToken);
        var review = JsonNode.Parse("""{"spec":{"resourceAttributes":{"verb":"patch","resource":"ingressroutes","group":"traefik.io"}}}""")!.AsObject();
        const string path = "apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

        using var asViewer = await viewer.PostAsJsonAsync(path, review);
        var asAdmin = await cluster.PostAsync(path, review.ToJsonString());

        Assert.False((bool)(await asViewer.Content.ReadFromJsonAsync<JsonObject>())!["status"]!["allowed"]!);
        Assert.True((bool)asAdmin.Json["status"]!["allowed"]!);
    }
}
