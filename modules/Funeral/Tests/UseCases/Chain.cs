using Anmin.Funeral.Evidence;
using System.Globalization;
using System.Runtime.CompilerServices;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Certificates;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>One deceased person's way so far.</summary>
internal sealed record Deceased(Guid Id, string Number)
{
    public string Tag { get; init; } = "";

    public string Box { get; init; } = "";

    public Guid Handler { get; init; }

    public string Cremator { get; init; } = "";

    public string Ashes { get; init; } = "";

    public string Certificate { get; init; } = "";
}

/// <summary>Walks cases to where a test begins, by the use cases themselves, with persons, boxes, furnaces and niches nobody else has.</summary>
internal sealed class Chain
{
    private static readonly ConditionalWeakTable<TestApp, Chain> All = [];

    private readonly TestApp app;
    private int serial, boxes, niches, cremators, people;

    private Chain(TestApp app) => this.app = app;

    public static Chain Of(TestApp app) => All.GetValue(app, a => new Chain(a));

    public TestApp App => app;

    public int Next() => Interlocked.Increment(ref serial);

    public string Box() => string.Create(CultureInfo.InvariantCulture, $"fh-1-box-{Interlocked.Increment(ref boxes)}");

    public string Niche(string institution = "co-1") => string.Create(CultureInfo.InvariantCulture, $"{institution}-n-{Interlocked.Increment(ref niches):000}");

    /// <summary>A cremator nobody else has; the last eleven of the test city are kept for tests that name one.</summary>
    public string Cremator()
    {
        var number = Interlocked.Increment(ref cremators);
        return number < 140 ? string.Create(CultureInfo.InvariantCulture, $"fh-1-crem-{number}") : throw new InvalidOperationException("All cremators of the test city are taken: give the city more of them.");
    }

    public static string Medical(int serial) => "32130220260" + serial.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>A valid number of an invented person born in 1945.</summary>
    public string IdNumber()
    {
        var person = Interlocked.Increment(ref people);
        var body = string.Create(CultureInfo.InvariantCulture, $"321302194{person / 999 % 10}0115{person % 999:000}");
        return body + CheckCharacter.Mod11Radix2(body);
    }

    public static ReportDeath.Request Report(string? id = null, string? name = "周桂兰", string place = "321302001001", string? died = "2026-04-13 08:00", bool unnatural = false, bool infectious = false, bool unidentified = false)
        => new(ReportSource.Hotline, name, name is null, id is null ? IdType.Unknown : IdType.IdCard, id, Sex.Unknown, null, place, DeathPlaceKind.Home, "东大街1号", died, infectious, unnatural, unidentified, "周建国", "13812345678", "子女");

    public async Task<Deceased> ReportedAsync(ReportDeath.Request? request = null)
    {
        var reply = Must(await app.As("接线员").RunAsync(s => s.GetRequiredService<ReportDeath>(), request ?? Report()));
        var handler = await app.ReadAsync(db => db.Set<FuneralHandler>().Where(h => h.CaseId == reply.CaseId).Select(h => h.Id).FirstOrDefaultAsync());
        return new(reply.CaseId, reply.Number) { Handler = handler };
    }

    public async Task<Deceased> BookedAsync(ReportDeath.Request? request = null)
    {
        var of = await ReportedAsync(request);
        Must(await app.As("调度").RunAsync(s => s.GetRequiredService<RequestPickup>(), new RequestPickup.Request(of.Id, null, null, 3, false, null, null)));
        return of;
    }

    public Task<string> PickupNumberAsync(Deceased of) => app.ReadAsync(db => db.Pickups.Where(p => p.CaseId == of.Id).Select(p => p.Number).SingleAsync());

    public async Task<Deceased> PickedUpAsync(ReportDeath.Request? request = null)
    {
        var of = await BookedAsync(request);
        var tag = Must(await app.As("司机").RunAsync(s => s.GetRequiredService<RecordPickup>(), Crew(of))).Tag;
        return of with { Tag = tag };
    }

    public RecordPickup.Request Crew(Deceased of) => new(of.Id, "fh-1-car-1", app.IdOf("司机"), app.IdOf("司机乙"), "family", null);

    public async Task<Deceased> ReceivedAsync(ReportDeath.Request? request = null)
    {
        var of = await PickedUpAsync(request) with { Box = Box() };
        Must(await app.As("前台").RunAsync(s => s.GetRequiredService<ReceiveRemains>(), new ReceiveRemains.Request(of.Id, of.Tag, of.Box)));
        return of;
    }

    public async Task<Deceased> ProvenAsync(ReportDeath.Request? request = null)
    {
        var of = await ReceivedAsync(request);
        await ProveAsync(of);
        return of;
    }

    public async Task ProveAsync(Deceased of, string persona = "司机")
        => Must(await app.As(persona).RunAsync(s => s.GetRequiredService<AttachEvidence>(), new AttachEvidence.Request(of.Id, EvidenceKind.MedicalCertificate, Medical(Next()), "测试医院", "2026-04-14")));

    public async Task<Deceased> ConfirmedAsync(Disposition disposition = Disposition.Cremation)
    {
        var of = await ProvenAsync();
        Must(await app.As("前台").RunAsync(s => s.GetRequiredService<ConfirmDisposition>(), Choice(of, disposition)));
        return of;
    }

    public static ConfirmDisposition.Request Choice(Deceased of, Disposition disposition = Disposition.Cremation)
        => new(of.Id, disposition, of.Handler, null, null, null, IdType.Unknown, null, true, "按家属要求", disposition == Disposition.Burial ? "回族" : null);

    public StartCremation.Request Ignition(Deceased of, string? cremator = null) => new(of.Id, cremator ?? Cremator(), of.Tag);

    /// <summary>The first operator's scan, by 火化工甲; 火化工乙 then starts.</summary>
    public async Task<Deceased> CheckedAsync()
    {
        var of = await ConfirmedAsync();
        Must(await app.As("火化工甲").RunAsync(s => s.GetRequiredService<CheckTag>(), new CheckTag.Request(of.Id, of.Tag)));
        return of;
    }

    public async Task<Deceased> BurningAsync()
    {
        var of = await CheckedAsync() with { Cremator = Cremator() };
        Must(await app.As("火化工乙").RunAsync(s => s.GetRequiredService<StartCremation>(), Ignition(of, of.Cremator)));
        return of;
    }

    public async Task<Deceased> CrematedAsync()
    {
        var of = await BurningAsync();
        var ashes = Must(await app.As("火化工乙").RunAsync(s => s.GetRequiredService<FinishCremation>(), new FinishCremation.Request(of.Id))).AshesNumber;
        return of with { Ashes = ashes };
    }

    /// <summary>An infant of some weeks, in the furnace.</summary>
    public async Task<Deceased> InfantAsync()
    {
        var of = await ProvenAsync(Report() with { BirthDate = "2026-03-20" });
        Must(await app.As("前台").RunAsync(s => s.GetRequiredService<ConfirmDisposition>(), Choice(of)));
        Must(await app.As("火化工甲").RunAsync(s => s.GetRequiredService<CheckTag>(), new CheckTag.Request(of.Id, of.Tag)));
        of = of with { Cremator = Cremator() };
        Must(await app.As("火化工乙").RunAsync(s => s.GetRequiredService<StartCremation>(), Ignition(of, of.Cremator)));
        return of;
    }

    /// <summary>Certified and the ashes with the family: nothing is left to do.</summary>
    public async Task<Deceased> ClosedAsync()
    {
        var of = await CertifiedAsync();
        Must(await app.As("骨灰").RunAsync(s => s.GetRequiredService<HandOverAshes>(), new HandOverAshes.Request(of.Id, of.Ashes, of.Handler, app.IdOf("骨灰乙"))));
        return of;
    }

    public async Task<Deceased> CertifiedAsync()
    {
        var of = await CrematedAsync();
        var number = Must(await app.As("前台").RunAsync(s => s.GetRequiredService<IssueCremationCertificate>(), new IssueCremationCertificate.Request(of.Id))).Number;
        return of with { Certificate = number };
    }

    public Task<DeathCase> LoadAsync(Deceased of) => app.ReadAsync(db => CaseFile.Whole(db.DeathCases).Include(c => c.Moves).Include(c => c.Corrections).AsNoTracking().SingleAsync(c => c.Id == of.Id));

    public static T Must<T>(Outcome<T> outcome) => outcome.Try(out var value, out var problem) ? value : throw new InvalidOperationException($"The way to the test was refused: {problem.Code} {problem.Message} {problem.Field}");
}
