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

    public static DockerFault NoGpuDriver(string driver) => new(500, $"could not select device driver \"{driver}\" with capabilities: [[gpu]]");

    public static DockerFault NoStreamChosen() => new(400, "Bad parameters: you must choose at least one stream");

    public static DockerFault BadFilter(string key) => new(400, $"invalid filter '{key}'");

    public static DockerFault BadFilters() => new(400, "invalid filter");

    public static DockerFault BadNumber(string name, string value) => new(400, $"invalid value for {name}: {value}");

    public static DockerFault NoSuchPage() => new(404, "page not found");

    private static string NameConflict(string name, string id)
        => $"Conflict. The container name \"/{name}\" is already in use by container \"{id}\". You have to remove (or rename) that container to be able to reuse that name.";
}
