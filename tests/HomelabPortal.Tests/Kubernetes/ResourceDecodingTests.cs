using System.Text;
using System.Text.Json;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class ResourceDecodingTests
{
    [Fact]
    public void Pod_WithEverything_KeepsWhatIsModelled()
    {
        var pod = Decode(ResourceTypes.Pods, """
            {"kind":"Pod","apiVersion":"v1",
             "metadata":{"name":"web-0","namespace":"media","uid":"u1","resourceVersion":"42","generation":3,"creationTimestamp":"2026-01-01T00:00:00Z","deletionTimestamp":"2026-01-02T00:00:00Z",
               "labels":{"app":"web"},"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}","note":"kept"},
               "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"web","uid":"r1","controller":true,"blockOwnerDeletion":true}],
               "managedFields":[{"manager":"kubelet","fieldsV1":{"f:status":{"f:phase":{}}}}]},
             "spec":{"nodeName":"node1","volumes":[{"name":"token","projected":{"sources":[{"downwardAPI":{"items":[]}}]}},{"name":"data","persistentVolumeClaim":{"claimName":"config"}}],
               "containers":[{"name":"web","image":"nginx:1.27","resources":{"requests":{"cpu":"100m","memory":"128Mi"}},"env":[{"name":"SECRET","value":"x"}]}],
               "initContainers":[{"name":"proxy","restartPolicy":"Always"}],"readinessGates":[{"conditionType":"example.org/ready"}]},
             "status":{"phase":"Running","podIP":"10.42.0.9","podIPs":[{"ip":"10.42.0.9"}],"qosClass":"Burstable",
               "conditions":[{"type":"Ready","status":"True","lastTransitionTime":"2026-01-01T00:00:05Z","lastProbeTime":null}],
               "containerStatuses":[{"name":"web","ready":true,"started":true,"restartCount":2,"image":"nginx:1.27","state":{"running":{"startedAt":"2026-01-01T00:00:04Z"}},
                 "lastState":{"terminated":{"exitCode":137,"reason":"OOMKilled","finishedAt":"2026-01-01T00:00:03Z"}}}]}}
            """);

        Assert.Equal("media/web-0", pod.Metadata.Key());
        Assert.Equal(["note"], pod.Metadata.Annotations.Keys);
        Assert.Equal("ReplicaSet", pod.Metadata.Controller()?.Kind);
        Assert.Equal("config", pod.Spec.Volumes[1].PersistentVolumeClaim?.ClaimName);
        Assert.Equal(Quantity.Parse("0.1"), pod.Spec.Containers[0].Resources.Requests["cpu"]);
        Assert.Equal("Always", pod.Spec.InitContainers[0].RestartPolicy);
        Assert.Equal(("10.42.0.9", "10.42.0.9"), (pod.Status.PodIp, pod.Status.PodIps[0].Ip));
        Assert.True(pod.Status.Conditions.IsTrue("Ready"));
        Assert.Equal(137, pod.Status.ContainerStatuses[0].LastState.Terminated?.ExitCode);
        Assert.Null(pod.Status.ContainerStatuses[0].State.Waiting);
    }

    [Fact]
    public void AbsentAndNullFields_AreEmptyNotNull()
    {
        var pod = Decode(ResourceTypes.Pods, """{"metadata":{"name":"x","labels":null,"ownerReferences":null,"creationTimestamp":null},"spec":{"containers":null,"nodeName":null},"status":null}""");
        Assert.Equal("x", pod.Metadata.Key());
        Assert.Empty(pod.Metadata.Labels);
        Assert.Empty(pod.Spec.Containers);
        Assert.Equal("", pod.Spec.NodeName);
        Assert.Equal("", pod.Status.Phase);
        Assert.Null(pod.Metadata.CreationTimestamp);
    }

    [Fact]
    public void EqualStrings_OfTwoObjects_AreOneInstance()
    {
        var first = Decode(ResourceTypes.Pods, Samples.Pod("a", "1"));
        var second = Decode(ResourceTypes.Pods, Samples.Pod("b", "2"));
        Assert.Same(first.Metadata.Namespace, second.Metadata.Namespace);
        Assert.Same(first.Spec.NodeName, second.Spec.NodeName);
    }

    [Fact]
    public void Service_NumericAndNamedTargetPorts_AreKept()
    {
        var service = Decode(ResourceTypes.Services, """
            {"metadata":{"name":"web","namespace":"media"},"spec":{"type":"LoadBalancer","clusterIP":"10.43.0.5","clusterIPs":["10.43.0.5"],"externalIPs":["1.2.3.4"],"loadBalancerIP":"10.0.0.99",
             "ports":[{"name":"http","port":80,"nodePort":30080,"targetPort":"web"},{"port":443,"protocol":"UDP","targetPort":8443}]},"status":{"loadBalancer":{"ingress":[{"ip":"10.0.0.99"}]}}}
            """);
        Assert.Equal("web", service.Spec.Ports[0].TargetPort?.Text);
        Assert.Equal(8443, service.Spec.Ports[1].TargetPort?.Number);
        Assert.Equal(("TCP", "UDP"), (service.Spec.Ports[0].Protocol, service.Spec.Ports[1].Protocol));
        Assert.Equal(("10.43.0.5", "1.2.3.4", "10.0.0.99"), (service.Spec.ClusterIps[0], service.Spec.ExternalIps[0], service.Spec.LoadBalancerIp));
        Assert.Equal("10.0.0.99", service.Status.LoadBalancer.Ingress[0].Ip);
    }

    [Fact]
    public void EndpointSlice_OldAndNewVersion_AgreeOnNodeAndReadiness()
    {
        var older = Decode(ResourceTypes.EndpointSlices, """{"metadata":{"name":"web-1","labels":{"kubernetes.io/service-name":"web"}},"addressType":"IPv4","endpoints":[{"addresses":["10.42.0.9"],"conditions":{"ready":false},"topology":{"kubernetes.io/hostname":"node1"}}],"ports":null}""");
        var newer = Decode(ResourceTypes.EndpointSlices, """{"metadata":{"name":"web-1"},"endpoints":[{"addresses":["10.42.0.9"],"conditions":{},"nodeName":"node1"}],"ports":[{"name":"","port":80}]}""");
        Assert.Equal("web", older.ServiceName());
        Assert.Equal(("node1", false), (older.Endpoints[0].NodeName, older.Endpoints[0].IsReady()));
        Assert.Equal(("node1", true), (newer.Endpoints[0].NodeName, newer.Endpoints[0].IsReady()));
    }

    [Fact]
    public void IngressRoute_Routes_AreRead()
    {
        var route = Decode(ResourceTypes.IngressRoutes, """
            {"metadata":{"name":"sonarr","namespace":"media"},"spec":{"entryPoints":["websecure"],"routes":[{"kind":"Rule","match":"Host(`sonarr.example.org`)","priority":10,
              "middlewares":[{"name":"auth","namespace":"traefik"}],"services":[{"name":"sonarr","port":8989},{"kind":"TraefikService","name":"mix","port":"http","weight":3}]}],"tls":{}}}
            """);
        var rule = Assert.Single(route.Spec.Routes);
        Assert.Equal(("Host(`sonarr.example.org`)", 10, "traefik"), (rule.Match, rule.Priority, rule.Middlewares[0].Namespace));
        Assert.Equal((8989, "http"), (rule.Services[0].Port?.Number, rule.Services[1].Port?.Text));
        Assert.NotNull(route.Spec.Tls);
        Assert.Null(Decode(ResourceTypes.IngressRoutes, """{"metadata":{"name":"plain"},"spec":{"routes":[]}}""").Spec.Tls);
    }

    [Fact]
    public void Middleware_SaysItsKind() =>
        Assert.Equal(["forwardAuth"], Decode(ResourceTypes.Middlewares, """{"metadata":{"name":"auth"},"spec":{"forwardAuth":{"address":"http://authentik/outpost","authResponseHeaders":["X-User"]}}}""").Spec.Kinds);

    [Fact]
    public void LonghornVolume_TextNumbersAndEmptyTimes_AreRead()
    {
        var volume = Decode(ResourceTypes.LonghornVolumes, """
            {"metadata":{"name":"pvc-1"},"spec":{"size":"5368709120","numberOfReplicas":3,"nodeID":"node1"},"status":{"state":"attached","robustness":"degraded","actualSize":1234567890123,"currentNodeID":"node1",
             "conditions":[{"type":"Scheduled","status":"True","lastTransitionTime":""}],"lastBackupAt":"","kubernetesStatus":{"namespace":"media","pvcName":"config","workloadsStatus":null}}}
            """);
        Assert.Equal(5368709120, volume.Spec.Size.Whole);
        Assert.Equal(1234567890123, volume.Status.ActualSize);
        Assert.Equal(("node1", "node1", "config"), (volume.Spec.NodeId, volume.Status.CurrentNodeId, volume.Status.KubernetesStatus?.PvcName));
        Assert.Null(volume.Status.LastBackupAt);
        Assert.True(volume.Status.Conditions.IsTrue("Scheduled"));
    }

    [Fact]
    public void LonghornNode_Disks_AreRead()
    {
        var node = Decode(ResourceTypes.LonghornNodes, """{"metadata":{"name":"node1"},"spec":{"allowScheduling":true,"disks":{}},"status":{"diskStatus":{"default-disk":{"storageMaximum":500000000000,"storageAvailable":400000000000,"storageScheduled":1,"scheduledReplica":{"a":1}}}}}""");
        Assert.Equal(500_000_000_000, node.Status.DiskStatus["default-disk"].StorageMaximum);
    }

    [Fact]
    public void LonghornNode_DisksOfTheSpec_AreRead()
    {
        var node = Decode(ResourceTypes.LonghornNodes, """{"metadata":{"name":"node1"},"spec":{"disks":{"ssd":{"allowScheduling":true,"storageReserved":50000000000,"tags":null},"none":null}},"status":{"diskStatus":{"ssd":{"diskUUID":"u-1"}}}}""");
        Assert.Equal(("ssd", 50_000_000_000), (Assert.Single(node.Spec.Disks).Key, node.Spec.Disks["ssd"].StorageReserved));
        Assert.Equal("u-1", node.Status.DiskStatus["ssd"].DiskUuid);
    }

    [Fact]
    public void LonghornEngine_RebuildAndModes_AreRead()
    {
        var engine = Decode(ResourceTypes.LonghornEngines, """
            {"metadata":{"name":"v-e-0"},"spec":{"volumeName":"v","nodeID":"node1"},"status":{"currentState":"running","replicaModeMap":{"v-r-1":"RW","v-r-2":"WO"},"currentReplicaAddressMap":{"v-r-2":"10.42.1.9:10010"},
             "rebuildStatus":{"tcp://10.42.1.9:10010":{"isRebuilding":true,"progress":42,"state":"in_progress","error":"","fromReplicaAddress":"tcp://10.42.2.8:10000"}},"snapshots":{"a":{"name":"a","children":{"b":true}}}}}
            """);
        Assert.Equal(("v", "node1", "WO"), (engine.Spec.VolumeName, engine.Spec.NodeId, engine.Status.ReplicaModeMap["v-r-2"]));
        Assert.Equal((true, 42), (engine.Status.RebuildStatus["tcp://10.42.1.9:10010"].IsRebuilding, engine.Status.RebuildStatus["tcp://10.42.1.9:10010"].Progress));
        Assert.Empty(Decode(ResourceTypes.LonghornEngines, """{"metadata":{"name":"e"},"status":{"rebuildStatus":null,"replicaModeMap":null}}""").Status.RebuildStatus);
    }

    [Fact]
    public void LonghornBackupAndSetting_TextNumbersAndEmptyTimes_AreRead()
    {
        var backup = Decode(ResourceTypes.LonghornBackups, """{"metadata":{"name":"b"},"status":{"state":"Error","progress":71,"volumeName":"v","size":"2254857830","backupCreatedAt":"","snapshotCreatedAt":"2026-11-21T02:30:00Z","error":"no space"}}""");
        Assert.Equal((2_254_857_830, null, 2), (backup.Status.Size.Whole, backup.Status.BackupCreatedAt, backup.Status.SnapshotCreatedAt?.Hour));
        Assert.Equal("200", Decode(ResourceTypes.LonghornSettings, """{"metadata":{"name":"storage-over-provisioning-percentage"},"value":"200","status":{"applied":true}}""").Value);
    }

    [Fact]
    public void PersistentVolume_NodeAffinity_MatchesLabels()
    {
        var volume = Decode(ResourceTypes.PersistentVolumes, """
            {"metadata":{"name":"p"},"spec":{"hostPath":{"path":"/data"},"nodeAffinity":{"required":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"kubernetes.io/hostname","operator":"In","values":["node1"]}]},{"matchFields":[]}]}}}}
            """);
        Assert.True(volume.Spec.NodeAffinity!.Matches(CompactMap<string>.From([new("kubernetes.io/hostname", "node1")])));
        Assert.False(volume.Spec.NodeAffinity.Matches(CompactMap<string>.From([new("kubernetes.io/hostname", "node2")])));
        Assert.Equal("/data", volume.Spec.HostPath?.Path);
    }

    [Fact]
    public void Events_LastSeenAndTimes_ComeFromWhereverTheyAre()
    {
        var series = Decode(ResourceTypes.Events, """{"metadata":{"name":"e"},"eventTime":"2026-01-01T00:00:00.123456Z","series":{"count":7,"lastObservedTime":"2026-01-01T00:05:00.000001Z"},"involvedObject":{"kind":"Pod","name":"web-0"},"reason":"BackOff"}""");
        var classic = Decode(ResourceTypes.Events, """{"metadata":{"name":"e"},"firstTimestamp":"2026-01-01T00:00:00Z","lastTimestamp":"2026-01-01T00:01:00Z","count":3,"eventTime":null}""");
        Assert.Equal((7, 5), (series.Times(), series.LastSeen()!.Value.Minute));
        Assert.Equal((3, 1), (classic.Times(), classic.LastSeen()!.Value.Minute));
        Assert.Equal(1, Decode(ResourceTypes.Events, """{"metadata":{"name":"e"}}""").Times());
    }

    [Fact]
    public void Metrics_NanoCores_AreRead()
    {
        var metrics = Decode(ResourceTypes.NodeMetrics, """{"kind":"NodeMetrics","metadata":{"name":"node1"},"timestamp":"2026-01-01T00:00:00Z","window":"20.1s","usage":{"cpu":"123456789n","memory":"2345678Ki"}}""");
        Assert.Equal(124, metrics.Usage["cpu"].Millis);
        Assert.Equal(2345678L * 1024, metrics.Usage["memory"].Whole);
    }

    [Theory]
    [InlineData("""{"metadata":{"name":"p"},"spec":{"containers":{}}}""")]
    [InlineData("""{"metadata":[]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public void WrongShape_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => Decode(ResourceTypes.Pods, json));

    [SharedDataFact]
    public void EveryObjectOfKubectlsPrinterTests_IsRead()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("kube-printer-vectors.json")));
        var count = 0;
        foreach (var (table, decode) in Tables())
        {
            foreach (var test in document.RootElement.GetProperty(table).EnumerateArray())
            {
                decode(test.GetProperty("object").GetRawText());
                count++;
            }
        }
        Assert.True(count > 80, $"Only {count} objects were read.");
    }

    private static IEnumerable<(string Table, Func<string, object> Decode)> Tables() =>
    [
        ("TestPrintPod", json => Decode(ResourceTypes.Pods, json)),
        ("TestPrintPodWithRestartableInitContainer", json => Decode(ResourceTypes.Pods, json)),
        ("TestPrintNodeStatus", json => Decode(ResourceTypes.Nodes, json)),
        ("TestPrintNodeRole", json => Decode(ResourceTypes.Nodes, json)),
        ("TestPrintService", json => Decode(ResourceTypes.Services, json)),
        ("TestPrintJob", json => Decode(ResourceTypes.Jobs, json)),
        ("TestPrintCronJob", json => Decode(ResourceTypes.CronJobs, json)),
        ("TestPrintDeployment", json => Decode(ResourceTypes.Deployments, json)),
        ("TestPrintStatefulSet", json => Decode(ResourceTypes.StatefulSets, json)),
        ("TestPrintDaemonSet", json => Decode(ResourceTypes.DaemonSets, json)),
        ("TestPrintReplicaSet", json => Decode(ResourceTypes.ReplicaSets, json)),
        ("TestPrintPersistentVolume", json => Decode(ResourceTypes.PersistentVolumes, json)),
        ("TestPrintPersistentVolumeClaim", json => Decode(ResourceTypes.PersistentVolumeClaims, json)),
        ("TestPrintEvent", json => Decode(ResourceTypes.Events, json)),
        ("TestPrintNamespace", json => Decode(ResourceTypes.Namespaces, json)),
        ("TestPrintLease", json => Decode(ResourceTypes.Leases, json)),
    ];

    private static T Decode<T>(ResourceType<T> type, string json)
        where T : class, IKubernetesObject => type.Decode(Encoding.UTF8.GetBytes(json));
}
