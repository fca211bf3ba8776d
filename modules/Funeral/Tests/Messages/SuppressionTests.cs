using System.Globalization;
using Anmin.Contracts.Notifications;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Corrections;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Personal;
using Anmin.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Messages;

/// <summary>Nothing leaves for somebody whose death is verified, whatever came in which order.</summary>
public abstract class SuppressionTests(AppFixture fixture)
{
    private static int serial;
    private readonly TestApp app = fixture.App;

    private enum Step
    {
        WriteToPerson,
        WriteToPhone,
        WriteAtNight,
        Deliver,
        React,
        Prove,
        Wait,
    }

    [Fact]
    public async Task Nothing_leaves_after_verification_whatever_the_order()
    {
        var steps = Gen.Elements(Enum.GetValues<Step>()).ListOf(14).Where(s => s.Contains(Step.Prove));
        foreach (var way in Gen.Sample(steps, ANMIN_LONG ? 200 : 25)) await WalkAsync([.. way]);
    }

    [Fact]
    public async Task A_telephone_that_was_theirs_gets_nothing_until_somebody_else_is_registered_with_it()
    {
        var (id, phone) = (Chain.Of(app).IdNumber(), Phone());
        await HandlerAsync(id, phone);
        await ProveAsync(id);
        await WriteAsync(phone, null);
        await DeliverAsync();
        Lines(phone).ShouldBe(0);
        await HandlerAsync(Chain.Of(app).IdNumber(), phone);
        await WriteAsync(phone, null);
        await DeliverAsync();
        Lines(phone).ShouldBe(1);
    }

    private async Task WalkAsync(IReadOnlyList<Step> way)
    {
        var (id, phone, proven) = (Chain.Of(app).IdNumber(), Phone(), false);
        await HandlerAsync(id, phone);
        var sent = 0;
        foreach (var step in way)
        {
            switch (step)
            {
                case Step.WriteToPerson: await WriteAsync(phone, id); break;
                case Step.WriteToPhone: await WriteAsync(phone, null); break;
                case Step.WriteAtNight: await WriteAsync(phone, id, MessageKind.Normal); break;
                case Step.Deliver: await DeliverAsync(); break;
                case Step.React: await app.Services.GetRequiredService<Dispatcher>().DispatchAsync(1000, TestContext.Current.CancellationToken); break;
                case Step.Wait: app.Clock.Advance(TimeSpan.FromHours(7)); break;
                case Step.Prove when !proven:
                    await ProveAsync(id);
                    (proven, sent) = (true, Lines(phone));
                    break;
            }
            if (proven) Lines(phone).ShouldBe(sent, string.Join(' ', way));
        }
        app.Clock.Set(new DateTimeOffset(app.Clock.GetUtcNow().AddHours(8).Date.AddDays(1).AddHours(4), TimeSpan.Zero)); // noon, when nothing is quiet
        await DeliverAsync();
        Lines(phone).ShouldBe(sent, string.Join(' ', way));
        (await app.CountAsync("select count(*) from notifications_outgoing where state = 'Queued'")).ShouldBe(0, "what is suppressed is settled, not left lying");
    }

    /// <summary>Somebody alive signs for a case of the family's, with telephone and paper.</summary>
    private async Task HandlerAsync(string id, PhoneNumber phone)
    {
        var of = await Chain.Of(app).ProvenAsync();
        Chain.Must(await app.As("前台").RunAsync(s => s.GetRequiredService<ConfirmDisposition>(), Chain.Choice(of) with { Handler = null, HandlerName = "周国强", HandlerPhone = phone.Reveal(), Relation = "子女", HandlerIdType = IdType.IdCard, HandlerId = id }));
    }

    private async Task ProveAsync(string id)
    {
        var of = await Chain.Of(app).PickedUpAsync(Chain.Report(id, name: "周国强"));
        await Chain.Of(app).ProveAsync(of);
    }

    private async Task WriteAsync(PhoneNumber phone, string? person, MessageKind kind = MessageKind.Urgent)
    {
        var id = person is null ? null : IdNumber.ParseResident(person, new DateOnly(2026, 4, 15)).Value;
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var message = new Message("citizen.code", new ToPhone(phone, id), new Dictionary<string, object?> { ["code"] = "1", ["minutes"] = 5 }) { Kind = kind };
        await scope.ServiceProvider.GetRequiredService<IMessageDesk>().QueueAsync(message, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<AnminDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private Task DeliverAsync() => app.Services.GetServices<IJob>().Single(j => j.Name == "notifications.deliver").RunAsync(new Lease { Name = "", Owner = "" }, TestContext.Current.CancellationToken);

    private int Lines(PhoneNumber phone)
    {
        var folder = Path.Combine(app.Database.Folder, "sms");
        return Directory.Exists(folder) ? Directory.GetFiles(folder).SelectMany(File.ReadAllLines).Count(l => l.Contains(phone.Reveal(), StringComparison.Ordinal)) : 0;
    }

    private static bool ANMIN_LONG => Environment.GetEnvironmentVariable("ANMIN_LONG") == "1";

    private static PhoneNumber Phone() => PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"1370000{Interlocked.Increment(ref serial):0000}")).Value!;
}

public sealed class SuppressionTestsOnSqlite(SqliteApp f) : SuppressionTests(f), IClassFixture<SqliteApp>;

public sealed class SuppressionTestsOnPostgres(PostgresApp f) : SuppressionTests(f), IClassFixture<PostgresApp>;
