using System.Text.Json;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Anmin.Kernel.Commands;

/// <summary>
/// The only way in. Permission → first answer → handling → journal, audit, events and answer, one commit.
/// A refusal leaves nothing behind but its audit row.
/// </summary>
public sealed class Gate(AnminDb db, CurrentActor current, CommandContext context, WriteTurn turn, ConstraintProblems constraints, Reference reference, TimeProvider clock, ILogger<Gate> log)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Actor Actor => current.Actor;

    /// <param name="key">Idempotency key of the form or the API header. A repeat returns the first answer, whatever happened since.</param>
    public async Task<Outcome<TReply>> RunAsync<TRequest, TReply>(IUseCase<TRequest, TReply> useCase, TRequest request, string? key = null, CancellationToken ct = default)
    {
        var name = useCase.GetType().Name;
        if (!Actor.May(useCase.Permission))
        {
            if (context.KeepsTracked) throw new InvalidOperationException($"{name} was denied inside a shared commit.");
            if (!Actor.IsSignedIn) return KernelProblems.SignInNeeded;
            var denied = KernelProblems.Denied(useCase.Permission.Label);
            await AuditAloneAsync(name, useCase.Permission, denied, request, ct);
            return denied;
        }
        if (request is null) return KernelProblems.NothingSent;
        current.ActUnder(useCase.Permission);
        if (Choices<TRequest>.Refusal(request) is { } unknown) return unknown;
        if (useCase is IQuestion<TRequest, TReply>) return await AskAsync(useCase, request, name, ct);
        if (context.OnlyShow is { } shown) return shown;
        if (key is not null && !IsKey(key)) return KernelProblems.BadKey;
        if (useCase is ILaneUseCase<TRequest, TReply>) return await LaneAsync(useCase, request, name, key, ct);
        if (typeof(ISecretReply).IsAssignableFrom(typeof(TReply))) key = null;
        try
        {
            return await CommandAsync(useCase, request, name, key, ct);
        }
        catch (Exception e) when (!context.KeepsTracked && (db.Violation(e) is not null || e is DbUpdateConcurrencyException))
        {
            db.ChangeTracker.Clear();
            if (key is not null && await AnsweredAsync<TRequest, TReply>(name, key, request, ct) is { } first) return first;
            var problem = e is DbUpdateConcurrencyException ? KernelProblems.Changed : constraints.Explain(db.Violation(e)!);
            await AuditAloneAsync(name, useCase.Permission, problem, request, ct);
            return problem;
        }
        catch (Exception e) when (db.IsAway(e))
        {
            log.LogError("Database away during {UseCase}: {Kind}", name, e.GetType().Name);
            return KernelProblems.Busy;
        }
    }

    /// <summary>A question about one person's record leaves an audit row, so that "who looked at this person" has an answer.</summary>
    private async Task<Outcome<TReply>> AskAsync<TRequest, TReply>(IUseCase<TRequest, TReply> question, TRequest request, string name, CancellationToken ct)
    {
        context.Reset();
        var outcome = await question.HandleAsync(request, ct);
        if (!outcome.Ok || context.Subject is null) return outcome;
        if (context.KeepsTracked)
        {
            // the turn is ours already, and the row goes with the shared commit
            db.Add(Audit(name, question.Permission, "ok", request, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            return outcome;
        }
        db.ChangeTracker.Clear();
        using var held = await turn.WaitAsync(ct);
        db.Add(Audit(name, question.Permission, "ok", request, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return outcome;
    }

    /// <summary>The lane commits: no transaction, no turn to wait for, and a repeat is found by the lane itself.</summary>
    private async Task<Outcome<TReply>> LaneAsync<TRequest, TReply>(IUseCase<TRequest, TReply> useCase, TRequest request, string name, string? key, CancellationToken ct)
    {
        context.Reset();
        context.Submission = new(key is null ? Guid.NewGuid() : new Guid(db.Parts.Vault.BlindIndex($"{Actor.Id}\n{name}\n{key}")), new Guid(Fingerprint(request)));
        try
        {
            return await useCase.HandleAsync(request, ct);
        }
        catch (Exception e) when (db.IsAway(e))
        {
            log.LogError("Database away during {UseCase}: {Kind}", name, e.GetType().Name);
            return KernelProblems.Busy;
        }
    }

    /// <summary>
    /// Many runs in one commit, for filling a database with invented data: all of it, or nothing. Each run is as whole
    /// as ever (permission, journal, audit, events); only the fsync is shared. A refusal inside must end the work.
    /// </summary>
    public async Task TogetherAsync(Func<Task> runs, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        using var held = await turn.WaitAsync(ct);
        await using var commit = await db.Database.BeginTransactionAsync(ct);
        context.KeepsTracked = true;
        try
        {
            await runs();
            await commit.CommitAsync(ct);
        }
        finally
        {
            context.KeepsTracked = false;
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// What a command would answer now, with nothing left behind: handled and saved like any other, so that the entity's and the database's refusals are met, then rolled back.
    /// Journal, audit and events are not written. For a preview only; by the time of the run the answer may be another.
    /// </summary>
    public async Task<Outcome<Done>> RehearseAsync<TRequest, TReply>(IUseCase<TRequest, TReply> useCase, TRequest request, CancellationToken ct = default)
    {
        if (useCase is ILaneUseCase<TRequest, TReply>) throw new InvalidOperationException($"{useCase.GetType().Name} commits by itself and cannot be rehearsed.");
        if (!Actor.May(useCase.Permission)) return Actor.IsSignedIn ? KernelProblems.Denied(useCase.Permission.Label) : KernelProblems.SignInNeeded;
        current.ActUnder(useCase.Permission);
        if (Choices<TRequest>.Refusal(request) is { } unknown) return unknown;
        context.Reset();
        db.ChangeTracker.Clear();
        using var held = await turn.WaitAsync(ct);
        await using var commit = await db.Database.BeginTransactionAsync(ct);
        try
        {
            if (!(await useCase.HandleAsync(request, ct)).Try(out _, out var problem)) return problem;
            await db.SaveChangesAsync(ct);
            return Done.It;
        }
        catch (Exception e) when (db.Violation(e) is { } violated)
        {
            return constraints.Explain(violated);
        }
        catch (DbUpdateConcurrencyException)
        {
            return KernelProblems.Changed;
        }
        finally
        {
            await commit.RollbackAsync(CancellationToken.None);
            context.Reset();
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Outcome<TReply>> CommandAsync<TRequest, TReply>(IUseCase<TRequest, TReply> useCase, TRequest request, string name, string? key, CancellationToken ct)
    {
        context.Reset();
        if (context.KeepsTracked) return await useCase.HandleAsync(request, ct) is { Ok: true } done ? await KeepAsync(done.Value!, useCase, request, name, key, ct) : throw new InvalidOperationException($"{name} was refused inside a shared commit.");
        db.ChangeTracker.Clear();
        using var held = await turn.WaitAsync(ct);
        await using var commit = await db.Database.BeginTransactionAsync(ct);
        if (key is not null && await AnsweredAsync<TRequest, TReply>(name, key, request, ct) is { } first) return first;

        var outcome = await useCase.HandleAsync(request, ct);
        if (!outcome.Try(out var reply, out var problem))
        {
            await commit.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            if (problem.Kind is ProblemKind.Refused or ProblemKind.Conflict) await AuditRowAsync(name, useCase.Permission, problem, request, ct);
            return problem;
        }

        await KeepAsync(reply, useCase, request, name, key, ct);
        await commit.CommitAsync(ct);
        if (context.ReferenceTouched) await reference.RefreshAsync(ct);
        return reply;
    }

    /// <summary>Change, journal, audit, events and answer, saved together.</summary>
    private async Task<TReply> KeepAsync<TRequest, TReply>(TReply reply, IUseCase<TRequest, TReply> useCase, TRequest request, string name, string? key, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await JournalWriter.AppendAsync(db, Actor, now, ct);
        db.Add(Audit(name, useCase.Permission, "ok", request, now));
        if (context.ReferenceTouched) await MarkReferenceAsync(ct);
        foreach (var fact in context.Events) db.Add(EventWire.Pack(fact, now));
        if (key is not null)
            db.Add(new FirstAnswer { Actor = Actor.Id, UseCase = name, Key = key, Fingerprint = Fingerprint(request), Reply = JsonSerializer.Serialize(reply, Json), At = now });
        await db.SaveChangesAsync(ct);
        return reply;
    }

    private async Task MarkReferenceAsync(CancellationToken ct)
    {
        if (await db.Set<ReferenceMark>().FindAsync([ReferenceMark.Whole], ct) is { } mark) mark.Stamp = Guid.CreateVersion7();
        else db.Add(new ReferenceMark { Name = ReferenceMark.Whole, Stamp = Guid.CreateVersion7() });
    }

    private async Task<Outcome<TReply>?> AnsweredAsync<TRequest, TReply>(string name, string key, TRequest request, CancellationToken ct)
    {
        var first = await db.Set<FirstAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.Actor == Actor.Id && a.UseCase == name && a.Key == key, ct);
        if (first is null) return null;
        if (!first.Fingerprint.AsSpan().SequenceEqual(Fingerprint(request))) return KernelProblems.KeyReused;
        return JsonSerializer.Deserialize<TReply>(first.Reply, Json)!;
    }

    /// <summary>Keyed, so that the stored hash of a request with an ID number cannot be searched by trying numbers.</summary>
    private byte[] Fingerprint<TRequest>(TRequest request) => db.Parts.Vault.BlindIndex(JsonSerializer.Serialize(request, Json));

    private async Task AuditAloneAsync<TRequest>(string name, Permission permission, Problem problem, TRequest request, CancellationToken ct)
    {
        using var held = await turn.WaitAsync(ct);
        await AuditRowAsync(name, permission, problem, request, ct);
    }

    private async Task AuditRowAsync<TRequest>(string name, Permission permission, Problem problem, TRequest request, CancellationToken ct)
    {
        db.Add(Audit(name, permission, problem.Code, request, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private AuditRow Audit<TRequest>(string name, Permission permission, string result, TRequest request, DateTimeOffset now) => new()
    {
        At = now,
        ActorId = Actor.Id,
        ActorName = Actor.Name,
        Post = Actor.Post,
        Device = Actor.Device,
        UseCase = name,
        Permission = permission.Code,
        Subject = context.Subject,
        Result = result,
        Reason = (request as IHasReason)?.Reason is { } reason ? reason[..Math.Min(reason.Length, 500)] : context.AuditNote,
        ScopeLift = context.ScopeLifts.Count > 0 ? string.Join("；", context.ScopeLifts.Distinct()) : null,
    };

    private static bool IsKey(string key) => key.Length is > 0 and <= 64 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
