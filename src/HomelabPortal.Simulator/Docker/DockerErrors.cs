namespace HomelabPortal.Simulator.Docker;

/// <summary>Statuses and texts as recorded from engine 28.5.</summary>
internal static class DockerErrors
{
    public static DockerFault TooNew(string version, string max)
        => new(400, $"client version {version} is too new. Maximum supported API version is {max}");

    public static DockerFault TooOld(string version, string min)
        => new(400, $"client version {version} is too old. Minimum supported API version is {min}, please upgrade your client to a newer version\n") { IsPlainText = true };

    public static DockerFault NoSuchContainer(string name) => new(404, $"No such container: {name}");

    public static DockerFault NoSuchImage(string image) => new(404, $"No such image: {image}");

    public static DockerFault NameTaken(string name, string id) => new(409, NameConflict(name, id));

    public static DockerFault RenameTaken(string name, string id) => new(409, $"Error when allocating new name: {NameConflict(name, id)}");

    public static DockerFault BadName(string name) => new(400, $"Invalid container name ({name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed");

    public static DockerFault EmptyRename() => new(400, "Neither old nor new names may be empty");

    public static DockerFault NoBody() => new(400, "invalid JSON: got EOF while reading request body");

    public static DockerFault BadJson() => new(400, "invalid JSON: unexpected EOF");

    public static DockerFault BadRestartPolicy(string policy)
        => new(400, $"invalid restart policy: unknown policy '{policy}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'");

    public static DockerFault RetryCountNotAllowed()
        => new(400, "invalid restart policy: maximum retry count can only be used with 'on-failure'");

    public static DockerFault MemoryTooSmall() => new(400, "Minimum memory limit allowed is 6MB");

    public static DockerFault NotRunning(string id) => new(409, $"cannot kill container: {id}: container {id} is not running");

    public static DockerFault BadSignal(string id, string signal) => new(400, $"cannot kill container: {id}: invalid signal: {signal}");

    public static DockerFault RemoveRunning(string id)
        => new(409, $"cannot remove container \"{id}\": container is running: stop the container before removing or force remove");

    public static DockerFault PortTaken(string name, string endpoint, string address, string port)
        => new(500, $"failed to set up container networking: driver failed programming external connectivity on endpoint {name} ({endpoint}): Bind for {address}:{port} failed: port is already allocated");

    public static DockerFault NoGpuDriver(string driver, string capabilities) => new(500, $"could not select device driver \"{driver}\" with capabilities: {capabilities}");

    public static DockerFault NoCdiDevice(string devices) => new(500, $"CDI device injection failed: unresolvable CDI devices {devices}");

    public static DockerFault CountAndIds() => new(500, "cannot set both Count and DeviceIDs on device request");

    public static DockerFault HookFailed() => HookFailed("initialization error: nvml error: driver not loaded");

    public static DockerFault NoSuchGpu(string device) => HookFailed($"device error: {device}: unknown device");

    private static DockerFault HookFailed(string words)
        => new(500, $"failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error running hook #0: error running hook: exit status 1, stdout: , stderr: nvidia-container-cli: {words}");

    public static DockerFault PausedForExec(string id) => new(409, $"Container {id} is paused, unpause the container before exec");

    public static DockerFault NotRunningForExec(string id) => new(409, $"container {id} is not running");

    public static DockerFault NotRunningForTop(string id) => new(409, $"container {id} is not running");

    public static DockerFault AlreadyPaused(string id) => new(409, $"Container {id} is already paused");

    public static DockerFault NotPaused(string id) => new(409, $"Container {id} is not paused");

    public static DockerFault NoExecCommand() => new(400, "No exec command specified");

    public static DockerFault NoSuchExec(string id) => new(404, $"No such exec instance: {id}");

    public static DockerFault NoPidColumn() => new(500, "Couldn't find PID field in ps output");

    public static DockerFault NoSuchVolume(string name) => new(404, $"get {name}: no such volume");

    public static DockerFault VolumeInUse(string name, string user) => new(409, $"remove {name}: volume is in use - [{user}]");

    public static DockerFault BadArchivePath() => new(400, "Path cannot be empty");

    public static DockerFault ImageInUse(string name, string container, string image, bool isRunning)
        => new(409, $"conflict: unable to remove repository reference \"{name}\" (must force) - container {container[..12]} is using its {(isRunning ? "running" : "referenced")} image {image[7..19]}");

    public static DockerFault BadReference(string repository) => new(400, $"invalid reference format: repository name (library/{repository}) must be lowercase");

    public static DockerFault ManifestUnknown() => new(404, "manifest unknown");

    public static DockerFault Unauthorized() => new(401, "unauthorized");

    public static DockerFault TooManyRequests()
        => new(429, "toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit");

    public static DockerFault NoCredentials(string repository) => new(500, $"Head \"https://{ImageName.Host(repository)}/v2/{repository}/manifests/latest\": no basic auth credentials");

    public static DockerFault RegistryUnreachable(string host) => new(500, $"Get \"https://{host}/v2/\": dial tcp: lookup {host}: no such host");

    public static DockerFault SignInFailed(string server) => new(500, $"login attempt to {server} failed with status: 401 Unauthorized");

    public static DockerFault BadRegistryAuth() => new(400, "invalid X-Registry-Auth header: illegal base64 data");

    public static DockerFault NoStreamChosen() => new(400, "Bad parameters: you must choose at least one stream");

    public static DockerFault BadFilter(string key) => new(400, $"invalid filter '{key}'");

    public static DockerFault BadFilters() => new(400, "invalid filter");

    public static DockerFault BadNumber(string name, string value) => new(400, $"invalid value for {name}: {value}");

    public static DockerFault NoSuchPage() => new(404, "page not found");

    private static string NameConflict(string name, string id)
        => $"Conflict. The container name \"/{name}\" is already in use by container \"{id}\". You have to remove (or rename) that container to be able to reuse that name.";
}
