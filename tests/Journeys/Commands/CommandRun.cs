using Anmin.Host.Commands;

namespace Anmin.Journeys.Commands;

/// <summary>Runs the program's own command line in a folder of its own.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("anmin-command-");

    public string Data => Path.Combine(root.FullName, "data");

    public string Folder => root.FullName;

    public async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    public void Dispose() => root.Delete(recursive: true);
}
