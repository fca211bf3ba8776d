using System.Runtime.InteropServices;

namespace Anmin.Host.Commands;

/// <summary>Exit codes: 0 done, 1 refused, 2 not understood.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        using var onTerm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, e =>
        {
            e.Cancel = true;
            stop.Cancel();
        });
        try
        {
            if (Usage.Asked(args) is { } page)
            {
                await output.WriteLineAsync(page);
                return 0;
            }
            var (command, input) = Arguments.Read(args, output);
            return await command.RunAsync(input, stop.Token);
        }
        catch (UsageException e)
        {
            await errors.WriteLineAsync(e.Message);
            await errors.WriteLineAsync(e.Command is { } known ? Usage.Hint(known) : args.Count == 0 ? Usage.Page() : "全部命令 All commands: anmin --help");
            return 2;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("已停止。");
            return 1;
        }
        catch (Exception e)
        {
            await errors.WriteLineAsync(Sentences.Of(e));
            if (Environment.GetEnvironmentVariable("ANMIN_DEBUG") == "1") await errors.WriteLineAsync(e.ToString());
            return 1;
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }
}
