using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SignOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "permissions",
                table: "identity_post");

            migrationBuilder.AddColumn<long>(
                name: "milliseconds",
                table: "kernel_job",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "hash",
                table: "kernel_audit",
                type: "bytea",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "tx",
                table: "kernel_audit",
                type: "bigint",
                nullable: false,
                defaultValueSql: "(pg_current_xact_id()::text::bigint)");

            migrationBuilder.AddColumn<DateOnly>(
                name: "left_on",
                table: "identity_staff",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "local",
                table: "identity_staff",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "section",
                table: "identity_staff",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "active",
                table: "identity_post",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kinds",
                table: "identity_post",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "local",
                table: "identity_post",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "roles",
                table: "identity_post",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "active",
                table: "identity_institution",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "local",
                table: "identity_institution",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "opened_by",
                table: "funeral_case",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "funeral_case",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "identity_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    login = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    login_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    password_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    password_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    must_change = table.Column<bool>(type: "boolean", nullable: false),
                    password_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    totp_sealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    totp_step = table.Column<long>(type: "bigint", nullable: false),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    barred = table.Column<bool>(type: "boolean", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_admin_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    before = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    after = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_admin_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_appointment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    post_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    in_place_of = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    made_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_appointment", x => x.id);
                    table.CheckConstraint("identity_appointment_other", "in_place_of is null or (in_place_of <> staff_id and until is not null)");
                    table.CheckConstraint("identity_appointment_period", "until is null or until >= \"from\"");
                });

            migrationBuilder.CreateTable(
                name: "identity_citizen_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    device = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    address = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_citizen_code", x => x.id);
                    table.CheckConstraint("identity_citizen_code_tries", "tries between 0 and 5");
                });

            migrationBuilder.CreateTable(
                name: "identity_citizen_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_citizen_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_client",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_party = table.Column<bool>(type: "boolean", nullable: false),
                    redirects = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    signed_out = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    back_channel = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    scopes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    permissions = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    per_minute = table.Column<int>(type: "integer", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    secret_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    old_secret_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    old_secret_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_client", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_consent",
                columns: table => new
                {
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    client_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    scopes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_consent", x => new { x.staff_id, x.client_id });
                });

            migrationBuilder.CreateTable(
                name: "identity_grant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scopes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    nonce = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    auth_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    methods = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    redirect_uri = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    challenge = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    code_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    code_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoke_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_grant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_invite",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_password = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_invite", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_logout_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_logout_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_menu_choice",
                columns: table => new
                {
                    href = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    order = table.Column<int>(type: "integer", nullable: true),
                    hidden = table.Column<bool>(type: "boolean", nullable: false),
                    changed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_menu_choice", x => x.href);
                });

            migrationBuilder.CreateTable(
                name: "identity_outside_link",
                columns: table => new
                {
                    issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    linked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_outside_link", x => new { x.issuer, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "identity_passkey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sign_count = table.Column<long>(type: "bigint", nullable: false),
                    transports = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    backup_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    backed_up = table.Column<bool>(type: "boolean", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_passkey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_proxy_consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    elder = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    person_id = table.Column<byte[]>(type: "bytea", nullable: true),
                    scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    code_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    person_id_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_proxy_consent", x => x.id);
                    table.CheckConstraint("identity_proxy_consent_tries", "tries between 0 and 5");
                });

            migrationBuilder.CreateTable(
                name: "identity_recovery_code",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_recovery_code", x => new { x.account_id, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "identity_role",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reach = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    grants = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    local = table.Column<bool>(type: "boolean", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_role", x => x.id);
                    table.CheckConstraint("identity_role_kind", "kind in ('Business', 'System', 'Security', 'Audit')");
                });

            migrationBuilder.CreateTable(
                name: "identity_section",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    local = table.Column<bool>(type: "boolean", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_section", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    methods = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agent = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ticket = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_sign_in",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    login = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    methods = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agent = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_sign_in", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_signing_key",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    @public = table.Column<string>(name: "public", type: "character varying(2000)", maxLength: 2000, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", maxLength: 4000, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signs_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signs_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_signing_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_spent_proof",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("identity_spent_proof_once", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "kernel_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    staff = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_assignment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_dictionary_choice",
                columns: table => new
                {
                    list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    order = table.Column<int>(type: "integer", nullable: true),
                    disabled = table.Column<bool>(type: "boolean", nullable: false),
                    changed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_dictionary_choice", x => new { x.list, x.code });
                });

            migrationBuilder.CreateTable(
                name: "kernel_dictionary_item",
                columns: table => new
                {
                    list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_dictionary_item", x => new { x.list, x.code });
                });

            migrationBuilder.CreateTable(
                name: "kernel_node",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    memory = table.Column<long>(type: "bigint", nullable: false),
                    disk_free = table.Column<long>(type: "bigint", nullable: true),
                    disk_total = table.Column<long>(type: "bigint", nullable: true),
                    answers_per_minute = table.Column<double>(type: "double precision", nullable: false),
                    faults_per_minute = table.Column<double>(type: "double precision", nullable: false),
                    mean_milliseconds = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_node", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_reference_mark",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_reference_mark", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_setting",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    changed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_setting", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "notifications_group",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    shape = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    url = table.Column<byte[]>(type: "bytea", nullable: true),
                    secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    paused = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_group", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_inbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: true),
                    link = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    subject = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_inbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    audience = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    targets = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pinned = table.Column<bool>(type: "boolean", nullable: false),
                    must_confirm = table.Column<bool>(type: "boolean", nullable: false),
                    author = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_notice", x => x.id);
                    table.CheckConstraint("notifications_notice_period", "\"until\" is null or \"until\" > \"from\"");
                });

            migrationBuilder.CreateTable(
                name: "notifications_notice_reading",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_notice_reading", x => new { x.notice_id, x.staff_id });
                });

            migrationBuilder.CreateTable(
                name: "notifications_outgoing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    template = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    person = table.Column<byte[]>(type: "bytea", nullable: true),
                    about = table.Column<byte[]>(type: "bytea", nullable: true),
                    group_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: true),
                    subject = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    holder = table.Column<Guid>(type: "uuid", nullable: true),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    about_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    person_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_outgoing", x => x.id);
                    table.CheckConstraint("notifications_outgoing_addressee", "(channel = 'Sms' and phone is not null) or (channel = 'Group' and group_id is not null)");
                });

            migrationBuilder.CreateTable(
                name: "notifications_preference",
                columns: table => new
                {
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    sms_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    sms_normal = table.Column<bool>(type: "boolean", nullable: false),
                    inbox_normal = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_preference", x => x.staff_id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_template",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    sms = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_template", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "notifications_webhook",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    url = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    wires = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    former = table.Column<byte[]>(type: "bytea", nullable: true),
                    former_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sm3 = table.Column<bool>(type: "boolean", nullable: false),
                    paused = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_webhook", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_webhook_delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    webhook_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wire = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    tried_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: true),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    holder = table.Column<Guid>(type: "uuid", nullable: true),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_webhook_delivery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_refresh_token",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_refresh_token", x => x.hash);
                    table.ForeignKey(
                        name: "FK_identity_refresh_token_identity_grant_grant_id",
                        column: x => x.grant_id,
                        principalTable: "identity_grant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_tx_id",
                table: "kernel_audit",
                columns: new[] { "tx", "id" });

            migrationBuilder.CreateIndex(
                name: "identity_account_login",
                table: "identity_account",
                column: "login_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "identity_account_person",
                table: "identity_account",
                column: "staff_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_admin_change_kind_key_id",
                table: "identity_admin_change",
                columns: new[] { "kind", "key", "id" });

            migrationBuilder.CreateIndex(
                name: "identity_appointment_once",
                table: "identity_appointment",
                columns: new[] { "staff_id", "post_id", "institution", "from" },
                unique: true,
                filter: "ended_at is null and in_place_of is null");

            migrationBuilder.CreateIndex(
                name: "identity_appointment_stand_in",
                table: "identity_appointment",
                columns: new[] { "staff_id", "post_id", "institution", "in_place_of", "from" },
                unique: true,
                filter: "ended_at is null and in_place_of is not null");

            migrationBuilder.CreateIndex(
                name: "IX_identity_appointment_staff_id_ended_at",
                table: "identity_appointment",
                columns: new[] { "staff_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_citizen_code_address_at",
                table: "identity_citizen_code",
                columns: new[] { "address", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_citizen_code_device_at",
                table: "identity_citizen_code",
                columns: new[] { "device", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_citizen_code_phone_index_at",
                table: "identity_citizen_code",
                columns: new[] { "phone_index", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_citizen_session_consent_id",
                table: "identity_citizen_session",
                column: "consent_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_citizen_session_token",
                table: "identity_citizen_session",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_client_name",
                table: "identity_client",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_grant_code_hash",
                table: "identity_grant",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_grant_created_at",
                table: "identity_grant",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_identity_grant_session_id_client_id",
                table: "identity_grant",
                columns: new[] { "session_id", "client_id" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_invite_account_id",
                table: "identity_invite",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_logout_notice_next_at",
                table: "identity_logout_notice",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "IX_identity_logout_notice_session_id_client_id",
                table: "identity_logout_notice",
                columns: new[] { "session_id", "client_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_outside_link_issuer_staff_id",
                table: "identity_outside_link",
                columns: new[] { "issuer", "staff_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "identity_passkey_credential",
                table: "identity_passkey",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_passkey_account_id",
                table: "identity_passkey",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_proxy_consent_officer_id_asked_at",
                table: "identity_proxy_consent",
                columns: new[] { "officer_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_proxy_consent_phone_index",
                table: "identity_proxy_consent",
                column: "phone_index");

            migrationBuilder.CreateIndex(
                name: "IX_identity_refresh_token_grant_id",
                table: "identity_refresh_token",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "identity_section_name",
                table: "identity_section",
                columns: new[] { "institution", "name" },
                unique: true,
                filter: "active");

            migrationBuilder.CreateIndex(
                name: "IX_identity_session_ended_at_last_seen_at",
                table: "identity_session",
                columns: new[] { "ended_at", "last_seen_at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_session_staff_id_ended_at",
                table: "identity_session",
                columns: new[] { "staff_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_sign_in_address_at",
                table: "identity_sign_in",
                columns: new[] { "address", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_sign_in_staff_id_id",
                table: "identity_sign_in",
                columns: new[] { "staff_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_assignment_staff_ended_at",
                table: "kernel_assignment",
                columns: new[] { "staff", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "kernel_assignment_once",
                table: "kernel_assignment",
                columns: new[] { "subject", "staff" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_inbox_staff_id_read_at_id",
                table: "notifications_inbox",
                columns: new[] { "staff_id", "read_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notice_from",
                table: "notifications_notice",
                column: "from");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_outgoing_person_index",
                table: "notifications_outgoing",
                column: "person_index");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_outgoing_phone_index_queued_at",
                table: "notifications_outgoing",
                columns: new[] { "phone_index", "queued_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_outgoing_state_next_at",
                table: "notifications_outgoing",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_webhook_delivery_state_next_at",
                table: "notifications_webhook_delivery",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_webhook_delivery_webhook_id_state_id",
                table: "notifications_webhook_delivery",
                columns: new[] { "webhook_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "notifications_webhook_once",
                table: "notifications_webhook_delivery",
                columns: new[] { "webhook_id", "fact_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_account");

            migrationBuilder.DropTable(
                name: "identity_admin_change");

            migrationBuilder.DropTable(
                name: "identity_appointment");

            migrationBuilder.DropTable(
                name: "identity_citizen_code");

            migrationBuilder.DropTable(
                name: "identity_citizen_session");

            migrationBuilder.DropTable(
                name: "identity_client");

            migrationBuilder.DropTable(
                name: "identity_consent");

            migrationBuilder.DropTable(
                name: "identity_invite");

            migrationBuilder.DropTable(
                name: "identity_logout_notice");

            migrationBuilder.DropTable(
                name: "identity_menu_choice");

            migrationBuilder.DropTable(
                name: "identity_outside_link");

            migrationBuilder.DropTable(
                name: "identity_passkey");

            migrationBuilder.DropTable(
                name: "identity_proxy_consent");

            migrationBuilder.DropTable(
                name: "identity_recovery_code");

            migrationBuilder.DropTable(
                name: "identity_refresh_token");

            migrationBuilder.DropTable(
                name: "identity_role");

            migrationBuilder.DropTable(
                name: "identity_section");

            migrationBuilder.DropTable(
                name: "identity_session");

            migrationBuilder.DropTable(
                name: "identity_sign_in");

            migrationBuilder.DropTable(
                name: "identity_signing_key");

            migrationBuilder.DropTable(
                name: "identity_spent_proof");

            migrationBuilder.DropTable(
                name: "kernel_assignment");

            migrationBuilder.DropTable(
                name: "kernel_dictionary_choice");

            migrationBuilder.DropTable(
                name: "kernel_dictionary_item");

            migrationBuilder.DropTable(
                name: "kernel_node");

            migrationBuilder.DropTable(
                name: "kernel_reference_mark");

            migrationBuilder.DropTable(
                name: "kernel_setting");

            migrationBuilder.DropTable(
                name: "notifications_group");

            migrationBuilder.DropTable(
                name: "notifications_inbox");

            migrationBuilder.DropTable(
                name: "notifications_notice");

            migrationBuilder.DropTable(
                name: "notifications_notice_reading");

            migrationBuilder.DropTable(
                name: "notifications_outgoing");

            migrationBuilder.DropTable(
                name: "notifications_preference");

            migrationBuilder.DropTable(
                name: "notifications_template");

            migrationBuilder.DropTable(
                name: "notifications_webhook");

            migrationBuilder.DropTable(
                name: "notifications_webhook_delivery");

            migrationBuilder.DropTable(
                name: "identity_grant");

            migrationBuilder.DropIndex(
                name: "IX_kernel_audit_tx_id",
                table: "kernel_audit");

            migrationBuilder.DropColumn(
                name: "milliseconds",
                table: "kernel_job");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "kernel_audit");

            migrationBuilder.DropColumn(
                name: "tx",
                table: "kernel_audit");

            migrationBuilder.DropColumn(
                name: "left_on",
                table: "identity_staff");

            migrationBuilder.DropColumn(
                name: "local",
                table: "identity_staff");

            migrationBuilder.DropColumn(
                name: "section",
                table: "identity_staff");

            migrationBuilder.DropColumn(
                name: "active",
                table: "identity_post");

            migrationBuilder.DropColumn(
                name: "kinds",
                table: "identity_post");

            migrationBuilder.DropColumn(
                name: "local",
                table: "identity_post");

            migrationBuilder.DropColumn(
                name: "roles",
                table: "identity_post");

            migrationBuilder.DropColumn(
                name: "active",
                table: "identity_institution");

            migrationBuilder.DropColumn(
                name: "local",
                table: "identity_institution");

            migrationBuilder.DropColumn(
                name: "opened_by",
                table: "funeral_case");

            migrationBuilder.DropColumn(
                name: "origin",
                table: "funeral_case");

            migrationBuilder.AddColumn<string>(
                name: "permissions",
                table: "identity_post",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");
        }
    }
}
