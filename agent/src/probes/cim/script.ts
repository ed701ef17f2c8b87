import { WINDOWS_PRODUCTS } from '../edr/windows-products.ts';

const SERVICES = WINDOWS_PRODUCTS.flatMap(({ services }) => services);

/**
 * Questions that only CIM and COM answer, one part each; a part that fails says so by a number or a name of an
 * enumeration, never by a text, and the others go on. It only reads.
 */
const PARTS: Record<string, string> = {
  // The ProtectionStatus property was seen stuck on Windows 11: the method asks the driver.
  volumes: `foreach ($v in Get-CimInstance -Namespace root/CIMV2/Security/MicrosoftVolumeEncryption -ClassName Win32_EncryptableVolume) {
  $p = Invoke-CimMethod -InputObject $v -MethodName GetProtectionStatus
  $c = Invoke-CimMethod -InputObject $v -MethodName GetConversionStatus
  $m = Invoke-CimMethod -InputObject $v -MethodName GetEncryptionMethod
  @{ drive = $v.DriveLetter; device = $v.DeviceID; type = $v.VolumeType
     protection = $(if ($p.ReturnValue -eq 0) { $p.ProtectionStatus })
     conversion = $(if ($c.ReturnValue -eq 0) { $c.ConversionStatus })
     percent = $(if ($c.ReturnValue -eq 0) { $c.EncryptionPercentage })
     method = $(if ($m.ReturnValue -eq 0) { $m.EncryptionMethod }) } }`,
  logical_disks: `foreach ($d in Get-CimInstance -ClassName Win32_LogicalDisk -Filter 'DriveType=3') { @{ drive = $d.DeviceID; filesystem = $d.FileSystem } }`,
  antivirus: `foreach ($a in Get-CimInstance -Namespace root/SecurityCenter2 -ClassName AntiVirusProduct) { @{ name = $a.displayName; state = $a.productState } }`,
  firewalls: `foreach ($f in Get-CimInstance -Namespace root/SecurityCenter2 -ClassName FirewallProduct) { @{ name = $f.displayName; state = $f.productState } }`,
  // Of what the services of known products start: the version that the file says, and whose signature it bears.
  programs: `foreach ($s in Get-CimInstance -ClassName Win32_Service -Filter "${SERVICES.map((name) => `Name='${name}'`).join(' OR ')}") {
  if ("$($s.PathName)" -notmatch '^\\s*(?:"([^"]+)"|(.+?\\.exe)(?:\\s|$))') { continue }
  try {
    $f = [Environment]::ExpandEnvironmentVariables($(if ($Matches[1]) { $Matches[1] } else { $Matches[2] }))
    $v = (Get-Item -LiteralPath $f).VersionInfo; $g = Get-AuthenticodeSignature -LiteralPath $f
    @{ service = $s.Name; path = $f; signature = [int]$g.Status
       version = @($v.FileMajorPart, $v.FileMinorPart, $v.FileBuildPart, $v.FilePrivatePart) -join '.'
       signer = $(if ($g.SignerCertificate) { $g.SignerCertificate.GetNameInfo('SimpleName', $false) }) }
  } catch { } }`,
  // It hangs for long while another product is active.
  defender: `if ((Get-Service WinDefend).Status -eq 4) { foreach ($d in Get-CimInstance -Namespace root/microsoft/windows/defender -ClassName MSFT_MpComputerStatus -OperationTimeoutSec 10) {
  @{ mode = $d.AMRunningMode; service = $d.AMServiceEnabled; antivirus = $d.AntivirusEnabled; real_time = $d.RealTimeProtectionEnabled
     tamper = $d.IsTamperProtected; signature_age_days = $d.AntivirusSignatureAge; version = $d.AMProductVersion } } }`,
  device_guard: `foreach ($g in Get-CimInstance -Namespace root/Microsoft/Windows/DeviceGuard -ClassName Win32_DeviceGuard) {
  @{ vbs = $g.VirtualizationBasedSecurityStatus; running = @($g.SecurityServicesRunning) } }`,
  tpm: `foreach ($t in Get-CimInstance -Namespace root/cimv2/Security/MicrosoftTpm -ClassName Win32_Tpm) { @{ spec = $t.SpecVersion; manufacturer = $t.ManufacturerIdTxt } }`,
  hardware: `$b = Get-CimInstance -ClassName Win32_BIOS; $p = Get-CimInstance -ClassName Win32_ComputerSystemProduct
@{ serial = $b.SerialNumber; uuid = $p.UUID; version = $p.Version }`,
  update_times: `$r = (New-Object -ComObject Microsoft.Update.AutoUpdate).Results
@{ searched_ms = ToMs $r.LastSearchSuccessDate; installed_ms = ToMs $r.LastInstallationSuccessDate }`,
  // From what Windows searched before: nothing is fetched.
  updates: `$s = (New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher(); $s.Online = $false
foreach ($u in $s.Search("IsInstalled=0 and IsHidden=0 and Type='Software'").Updates) {
  @{ severity = $u.MsrcSeverity; categories = @($u.Categories | ForEach-Object { $_.CategoryID }) } }`,
  // By the end of its number, which every Windows has for it.
  guest: `foreach ($u in Get-CimInstance -ClassName Win32_UserAccount -Filter "LocalAccount=TRUE AND SID LIKE 'S-1-5-21-%-501'") { @{ disabled = $u.Disabled } }`,
  // By the group's number: its name is in the system's language.
  admins: `$n = (New-Object Security.Principal.SecurityIdentifier 'S-1-5-32-544').Translate([Security.Principal.NTAccount]).Value.Split('\\')[1]
foreach ($m in ([ADSI]"WinNT://./$n,group").Invoke('Members')) { @{ path = $m.GetType().InvokeMember('ADsPath', 'GetProperty', $null, $m, $null) } }`,
};

const HEAD = `$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false
$out = @{}
function ToMs($d) { if ($d) { [long]([DateTime]::SpecifyKind($d, 'Utc') - [DateTime]::new(1970, 1, 1, 0, 0, 0, 'Utc')).TotalMilliseconds } }
function Part($name, $read) {
  try { $out[$name] = @{ items = @(& $read) } }
  catch { $e = $_.Exception; while ($e.InnerException) { $e = $e.InnerException }
    $out[$name] = @{ error = $(if ($e.NativeErrorCode) { [string]$e.NativeErrorCode } else { '0x{0:x8}' -f $e.HResult }) } }
}`;

const SCRIPT = [
  HEAD,
  ...Object.entries(PARTS).map(([name, read]) => `Part '${name}' {\n${read}\n}`),
  '$out | ConvertTo-Json -Depth 6 -Compress',
].join('\n');

/** What powershell.exe is started with: no profile, no questions, and the script in the encoding it wants. */
export const CIM_ARGUMENTS: readonly string[] = [
  '-NoProfile',
  '-NonInteractive',
  '-EncodedCommand',
  Buffer.from(SCRIPT, 'utf16le').toString('base64'),
];
